using Fleet.Language;

namespace Fleet.Agents.Comprehension;

/// <summary>Registers the local understanding.</summary>
internal static class UnderstandingServices
{
    public static IServiceCollection AddUnderstanding(this IServiceCollection services) =>
        services.AddSingleton<IUnderstanding>(_ => LocalUnderstanding.Load());
}
