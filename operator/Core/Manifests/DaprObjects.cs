using System.Globalization;
using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Core.Pools;

namespace Fleet.Core.Manifests;

/// <summary>The Dapr sidecar of a pool: annotations of the pods, and the pool's own components, resiliency and configuration.</summary>
internal static class DaprObjects
{
    // Longer than any turn, or Redis hands a turn that is still worked on to a second pod.
    private const string ProcessingTimeout = "60s";

    /// <param name="blockSeconds">As long as the agent may still call others after SIGTERM.</param>
    public static IEnumerable<(string Key, string Value)> Annotations(AgentPool pool, int blockSeconds) =>
    [
        ("dapr.io/enabled", "true"),
        ("dapr.io/app-id", pool.Metadata.Name),
        ("dapr.io/app-port", pool.Spec.Dapr.AppPort.ToString(CultureInfo.InvariantCulture)),
        ("dapr.io/app-protocol", "http"),
        ("dapr.io/config", pool.Metadata.Name),
        ("dapr.io/log-level", pool.Spec.Dapr.LogLevel.ToString().ToLowerInvariant()),
        ("dapr.io/log-as-json", "true"),
        // A native sidecar starts before the agent and outlives it.
        ("dapr.io/enable-native-sidecar", "true"),
        ("dapr.io/block-shutdown-duration", $"{blockSeconds}s"),
        ("dapr.io/graceful-shutdown-seconds", "5"),
        ("dapr.io/enable-app-health-check", "true"),
        ("dapr.io/app-health-check-path", AgentEndpoints.Live),
        ("dapr.io/sidecar-cpu-request", "50m"),
        ("dapr.io/sidecar-memory-request", "64Mi"),
        ("dapr.io/sidecar-memory-limit", "256Mi"),
        ("dapr.io/env", "GOMEMLIMIT=200MiB"),
        ("dapr.io/sidecar-seccomp-profile-type", "RuntimeDefault"),
    ];

    public static IEnumerable<CustomObject> Of(AgentPool pool, PoolContext context)
    {
        if (pool.Spec.Sessions.RedisSecretRef is { } redis)
        {
            // The prefix is the component's name: app-ids that share the component share the data.
            yield return Component(pool, "state", "state.redis", redis, ("keyPrefix", "name"));
            yield return Component(pool, "events", "pubsub.redis", redis,
                ("consumerID", pool.Metadata.Name), ("processingTimeout", ProcessingTimeout), ("redeliverInterval", "30s"), ("maxLenApprox", "100000"), ("concurrency", "10"));
            if (pool.Spec.Role == AgentRole.Outreach) yield return Subscription(pool);
        }
        yield return Resiliency(pool, context);
        yield return Object(pool, "Configuration", null, new()
        {
            ["metric"] = new JsonObject { ["enabled"] = true, ["http"] = new JsonObject { ["increasedCardinality"] = false } },
            ["tracing"] = new JsonObject { ["samplingRate"] = "0" },
        });
    }

    private static CustomObject Component(AgentPool pool, string suffix, string type, SecretReference redis, params (string Name, string Value)[] metadata) => Scoped(pool, Object(pool, "Component", suffix, new()
    {
        ["type"] = type,
        ["version"] = "v1",
        // A Redis that is away must not keep the sidecar, and with it the pod, from starting.
        ["ignoreErrors"] = true,
        ["metadata"] = new JsonArray(
        [
            new JsonObject { ["name"] = "redisHost", ["secretKeyRef"] = new JsonObject { ["name"] = redis.Name, ["key"] = "host" } },
            new JsonObject { ["name"] = "redisPassword", ["secretKeyRef"] = new JsonObject { ["name"] = redis.Name, ["key"] = "password" } },
            .. metadata.Select(one => new JsonObject { ["name"] = one.Name, ["value"] = one.Value }),
        ]),
    }));

    private static CustomObject Subscription(AgentPool pool)
    {
        var subscription = Scoped(pool, Object(pool, "Subscription", null, new()
        {
            ["pubsubname"] = $"{pool.Metadata.Name}-events",
            ["topic"] = "fleet-outreach",
            ["routes"] = new JsonObject { ["default"] = "/outreach" },
            ["deadLetterTopic"] = "fleet-outreach-failed",
        }));
        subscription.ApiVersion = "dapr.io/v2alpha1";
        return subscription;
    }

    // The router's own retries are the one layer that retries; Dapr's built-in three tries would multiply them.
    private static CustomObject Resiliency(AgentPool pool, PoolContext context)
    {
        var apps = new JsonObject();
        if (pool.Spec.Role == AgentRole.Router)
        {
            foreach (var peer in context.Peers.Where(peer => peer.Role != AgentRole.Router).OrderBy(peer => peer.Name, StringComparer.Ordinal))
                apps[peer.Name] = new JsonObject { ["timeout"] = "turn", ["circuitBreaker"] = "specialist" };
        }
        var policies = new JsonObject
        {
            ["retries"] = new JsonObject { ["DaprBuiltInServiceRetries"] = new JsonObject { ["policy"] = "constant", ["duration"] = "1s", ["maxRetries"] = 0 } },
        };
        if (apps.Count > 0)
        {
            policies["timeouts"] = new JsonObject { ["turn"] = "5s" };
            policies["circuitBreakers"] = new JsonObject { ["specialist"] = new JsonObject { ["maxRequests"] = 1, ["timeout"] = "5s", ["trip"] = "consecutiveFailures >= 10" } };
        }
        return Scoped(pool, Object(pool, "Resiliency", null, new() { ["policies"] = policies, ["targets"] = new JsonObject { ["apps"] = apps } }));
    }

    private static CustomObject Scoped(AgentPool pool, CustomObject one)
    {
        one.Scopes = [pool.Metadata.Name];
        return one;
    }

    private static CustomObject Object(AgentPool pool, string kind, string? suffix, JsonObject spec) => new()
    {
        ApiVersion = "dapr.io/v1alpha1", Kind = kind, Metadata = PoolNames.Metadata(pool, suffix), Spec = spec,
    };
}
