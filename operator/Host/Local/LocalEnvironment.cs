using Fleet.Contracts.Agents;

namespace Fleet.Operator.Local;

/// <summary>What every agent on this machine gets: no sidecar, the directory instead of Services, the sample shop, the session key.</summary>
internal static class LocalEnvironment
{
    public static IReadOnlyDictionary<string, string> Of(UpOptions options, RedisServer redis, Uri directory, RunFolder folder) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AgentEnvironment.Redis] = redis.Configuration,
        [AgentEnvironment.Mesh] = "Direct",
        [AgentEnvironment.MeshDirectory] = directory.ToString(),
        [AgentEnvironment.SampleShop] = folder.Shop,
        [AgentEnvironment.SessionKeys] = SessionKey.For(options),
        ["DOTNET_gcServer"] = "0",
        // Many agents share one machine: small heaps first, then speed.
        ["DOTNET_GCConserveMemory"] = "3",
        ["DOTNET_TieredPGO"] = "0",
    };
}
