using System.Text.Json;
using Fleet.Contracts.Agents;
using Fleet.Dialogue.Wording;

namespace Fleet.Agents.Skills;

/// <summary>Registers the skills of a role.</summary>
internal static class SkillServices
{
    public static IServiceCollection AddSkills(this IServiceCollection services, AgentRole role)
    {
        services.AddSingleton(_ => new SkillPhrases(Phrases()));
        foreach (var skill in Of(role))
            services.AddSingleton(typeof(ISkill), skill);
        return services.AddSingleton<ISpecialist, Specialist>();
    }

    /// <summary>The skills of a role; none for roles that answer no tasks.</summary>
    public static IReadOnlyList<Type> Of(AgentRole role) => role switch
    {
        AgentRole.Orders => [typeof(TrackSkill), typeof(UrgeSkill), typeof(NotReceivedSkill), typeof(DeliverySkill), typeof(ChangeAddressSkill), typeof(ChangeOrderSkill), typeof(CancelSkill)],
        AgentRole.AfterSales => [typeof(ReturnSkill), typeof(ExchangeSkill), typeof(RefundStatusSkill), typeof(CaseSkill), typeof(DefectSkill), typeof(AdviceSkill), typeof(InvoiceSkill), typeof(PriceProtectionSkill)],
        AgentRole.Promotions => [typeof(CouponSkill), typeof(CampaignSkill), typeof(ProductSkill), typeof(PointsSkill)],
        _ => [],
    };

    /// <summary>Reads the phrase books that are embedded as <c>skills.{language}.json</c>.</summary>
    public static Phrasebook Phrases() => new(new[] { "zh", "en" }.ToDictionary(language => language, Book));

    private static IReadOnlyDictionary<string, string> Book(string language)
    {
        using var stream = typeof(SkillServices).Assembly.GetManifestResourceStream($"skills.{language}.json")
            ?? throw new InvalidOperationException($"the phrase book skills.{language}.json is not in this build");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}

/// <summary>The specialists' phrase book.</summary>
internal sealed record SkillPhrases(Phrasebook Book);
