using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Core.Scaling;
using Fleet.Runtime.Cluster;

namespace Fleet.Operator.Pools;

/// <summary>Writes what was seen and decided into a pool's status.</summary>
internal static class PoolStatus
{
    public static JsonObject Of(DynamicObject pool, Observation seen, ScalingDecision decision, int replicas, DateTimeOffset now) => new()
    {
        ["observedGeneration"] = pool.Metadata.Generation ?? 1,
        ["replicas"] = replicas,
        ["readyReplicas"] = seen.Ready,
        ["desiredReplicas"] = decision.Desired,
        ["selector"] = $"{Labels.Pool}={pool.Metadata.Name}",
        ["decision"] = new JsonObject
        {
            ["winner"] = decision.Winner.ToString(),
            ["reason"] = decision.Reason,
            ["candidates"] = new JsonArray([.. decision.Candidates.Select(one => new JsonObject
            {
                ["kind"] = one.Kind.ToString(), ["replicas"] = one.Replicas, ["inputs"] = one.Inputs, ["lost"] = one.Lost,
            })]),
            ["limitedBy"] = decision.LimitedBy.ToString(),
            ["nextLook"] = decision.NextLook.ToString("O"),
        },
        ["conditions"] = new JsonArray(
            Condition("Ready", seen.Ready >= decision.Desired, seen.Ready >= decision.Desired ? "AllReady" : "PodsStarting", $"{seen.Ready} of {decision.Desired} ready", now),
            Condition("DemandKnown", decision.DemandKnown, decision.DemandKnown ? "Measured" : "Unknown", decision.DemandKnown ? "pods tell their load" : seen.UnknownBecause ?? "no pod tells its load", now),
            Condition("ScalingLimited", decision.LimitedBy != ScalingLimit.None, decision.LimitedBy == ScalingLimit.None ? "NotLimited" : decision.LimitedBy.ToString().Split(',')[0], decision.LimitedBy.ToString(), now),
            Condition("Degraded", seen.Failing > 0, seen.Failing > 0 ? "PodsFailing" : "Healthy", $"{seen.Failing} failing", now)),
    };

    /// <summary>The text whose change is worth a write: without instants.</summary>
    public static string Essence(JsonObject status)
    {
        var copy = status.DeepClone().AsObject();
        copy["decision"]!.AsObject().Remove("nextLook");
        foreach (var condition in copy["conditions"]!.AsArray())
            condition!.AsObject().Remove("lastTransitionTime");
        return copy.ToJsonString();
    }

    private static JsonObject Condition(string type, bool status, string reason, string message, DateTimeOffset now) => new()
    {
        ["type"] = type, ["status"] = status ? "True" : "False", ["reason"] = reason, ["message"] = message, ["lastTransitionTime"] = now.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
    };
}
