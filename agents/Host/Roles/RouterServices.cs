using System.Text.Json;
using Fleet.Agents.Conversation;
using Fleet.Agents.Mesh;
using Fleet.Agents.Comprehension;
using Fleet.Dialogue.Wording;
using StackExchange.Redis;

namespace Fleet.Agents.Roles;

/// <summary>What a Router needs beside what every agent has.</summary>
internal static class RouterServices
{
    public static IServiceCollection AddRouter(this IServiceCollection services, AgentOptions options)
    {
        services.AddMemoryCache(cache => cache.SizeLimit = null);
        services.AddSingleton<IConnectionMultiplexer>(_ => Connect(options.Redis));
        services.AddSingleton(_ => KeyRing.Parse(options.Sessions.Keys));
        services.AddSingleton<SessionCipher>().AddSingleton<SessionStore>().AddSingleton<PodMemory>();
        services.AddSingleton<DeskQueue>().AddSingleton<DeskLine>();
        services.AddSingleton<ConversationLease>().AddSingleton<Identity>().AddSingleton<Dispatch>();
        services.AddSingleton<TurnService>().AddSingleton<Conversations>().AddSingleton<ChatSocket>();
        services.AddSingleton(_ => Phrases());
        services.AddMesh(options.Mesh.Kind);
        services.AddUnderstanding();
        return services;
    }

    /// <summary>Reads the phrase books that are embedded as <c>router.{language}.json</c>.</summary>
    public static Phrasebook Phrases() => new(new[] { "zh", "en" }.ToDictionary(language => language, Book));

    private static IReadOnlyDictionary<string, string> Book(string language)
    {
        using var stream = typeof(RouterServices).Assembly.GetManifestResourceStream($"router.{language}.json")
            ?? throw new InvalidOperationException($"the phrase book router.{language}.json is not in this build");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    private static ConnectionMultiplexer Connect(RedisOptions options)
    {
        var settings = ConfigurationOptions.Parse(options.Configuration);
        settings.AbortOnConnectFail = false;
        settings.ConnectRetry = 1;
        settings.ConnectTimeout = 2000;
        settings.AsyncTimeout = (int)options.Timeout.TotalMilliseconds;
        settings.ReconnectRetryPolicy = new ExponentialRetry(200, 2000);
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        return ConnectionMultiplexer.Connect(settings);
    }
}
