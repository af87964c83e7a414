using System.Security.Cryptography;
using Fleet.Contracts.Agents;

namespace Fleet.Operator.Local;

/// <summary>What every agent on this machine gets: no sidecar, the directory instead of Services, the sample shop, a key of this run.</summary>
internal static class LocalEnvironment
{
    public static IReadOnlyDictionary<string, string> Of(RedisServer redis, Uri directory, RunFolder folder) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AgentEnvironment.Redis] = redis.Configuration,
        [AgentEnvironment.Mesh] = "Direct",
        [AgentEnvironment.MeshDirectory] = directory.ToString(),
        [AgentEnvironment.SampleShop] = folder.Shop,
        [AgentEnvironment.SessionKeys] = $"local:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}",
        ["DOTNET_gcServer"] = "0",
        // Many agents share one machine: small heaps first, then speed.
        ["DOTNET_GCConserveMemory"] = "3",
        ["DOTNET_TieredPGO"] = "0",
    };
}
