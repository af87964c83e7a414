using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fleet.Contracts.Agents;
using Fleet.Core.Pools;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>The settings of a pool's agents as environment variables; their hash rolls the pods when, and only when, one of them changes.</summary>
internal static class PoolConfiguration
{
    public static V1ConfigMap Map(AgentPool pool, PoolContext context) => new()
    {
        ApiVersion = "v1", Kind = "ConfigMap", Metadata = PoolNames.Metadata(pool), Data = Values(pool, context),
    };

    public static SortedDictionary<string, string> Values(AgentPool pool, PoolContext context)
    {
        var spec = pool.Spec;
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [AgentEnvironment.Role] = $"{spec.Role}",
            [AgentEnvironment.Pool] = pool.Metadata.Name,
            [AgentEnvironment.DrainTimeout] = spec.Scaling.ScaleDown.DrainTimeout.ToString("c"),
            [AgentEnvironment.SessionIdle] = spec.Sessions.IdleTimeout.ToString("c"),
            [AgentEnvironment.Mesh] = UsesDapr(pool, context) ? "Dapr" : "Direct",
            ["ASPNETCORE_HTTP_PORTS"] = spec.Dapr.AppPort.ToString(CultureInfo.InvariantCulture),
        };
        if (spec.Role == AgentRole.Router)
        {
            foreach (var peer in context.Peers.Where(peer => peer.Role != AgentRole.Router).OrderBy(peer => peer.Name, StringComparer.Ordinal))
            {
                var (key, value) = UsesDapr(pool, context)
                    ? (AgentEnvironment.MeshAppIds, peer.Name)
                    : (AgentEnvironment.MeshUrls, $"http://{peer.Name}:{peer.Port}");
                values.TryAdd(key + $"{peer.Role}".ToUpperInvariant(), value);
            }
        }
        if (spec.Model is { } model)
        {
            values["FLEET__MODEL__PROVIDER"] = $"{model.Provider}";
            values["FLEET__MODEL__ENDPOINT"] = model.Endpoint;
            values["FLEET__MODEL__NAME"] = model.Name;
            values["FLEET__MODEL__TIMEOUT"] = model.Timeout.ToString("c");
        }
        return values;
    }

    /// <summary>Secrets by reference; nothing of them is read here.</summary>
    public static IEnumerable<V1EnvVar> Secrets(AgentPool pool)
    {
        var sessions = pool.Spec.Sessions;
        if (sessions.RedisSecretRef is { } redis) yield return Secret(AgentEnvironment.Redis, redis, "configuration");
        if (sessions.EncryptionKeySecretRef is { } keys) yield return Secret(AgentEnvironment.SessionKeys, keys, "keys");
        if (pool.Spec.Model?.ApiKeySecretRef is { } model) yield return Secret("FLEET__MODEL__APIKEY", model, "apiKey");
    }

    public static string Hash(AgentPool pool, PoolContext context) =>
        Hash(string.Join('\n', Values(pool, context).Select(value => $"{value.Key}={value.Value}")));

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    /// <summary>Dapr is wanted and the cluster has it.</summary>
    public static bool UsesDapr(AgentPool pool, PoolContext context) => pool.Spec.Dapr.Enabled && context.Dapr;

    private static V1EnvVar Secret(string name, SecretReference from, string key) => new()
    {
        Name = name, ValueFrom = new() { SecretKeyRef = new() { Name = from.Name, Key = from.Key ?? key } },
    };
}
