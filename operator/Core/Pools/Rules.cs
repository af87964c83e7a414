using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>What has to hold between the fields of a pool. The schema, the webhook and local mode refuse with these words.</summary>
public static class Rules
{
    // Ports that the sidecar takes for itself: HTTP, public, metrics, gRPC, internal gRPC.
    private static readonly int[] SidecarPorts = [3500, 3501, 9090, 50001, 50002];

    public const string RoleStays = "cannot be changed; make another pool instead";

    /// <summary>Rules over one spec; paths below spec.</summary>
    public static IReadOnlyList<Rule<AgentPoolSpec>> All { get; } =
    [
        new("scaling.minReplicas", "self.scaling.minReplicas <= self.scaling.maxReplicas", "must not be more than maxReplicas",
            spec => spec.Scaling.MinReplicas <= spec.Scaling.MaxReplicas),
        Between("scaling.panic.window", "1s", "60s", spec => spec.Scaling.Panic.Window),
        Between("scaling.scaleDown.window", "0s", "1h", spec => spec.Scaling.ScaleDown.Window),
        Between("scaling.scaleDown.drainTimeout", "0s", "1h", spec => spec.Scaling.ScaleDown.DrainTimeout),
        Between("sessions.idleTimeout", "1m", "168h", spec => spec.Sessions.IdleTimeout),
        Between("model.timeout", "100ms", "30s", spec => spec.Model?.Timeout, "!has(self.model) || "),
        Between("rollout.maxP95", "10ms", "60s", spec => spec.Rollout.MaxP95),
        new("rollout.steps", "self.rollout.steps.isSorted() && self.rollout.steps.all(step, step >= 1 && step <= 99)", "must rise and lie between 1 and 99",
            spec => spec.Rollout.Steps.Order().SequenceEqual(spec.Rollout.Steps) && spec.Rollout.Steps.All(step => step is >= 1 and <= 99)),
        new("dapr.appPort", $"!self.dapr.enabled || !(self.dapr.appPort in [{string.Join(", ", SidecarPorts)}])", "is a port that the Dapr sidecar takes; 8080 is free",
            spec => !spec.Dapr.Enabled || !SidecarPorts.Contains(spec.Dapr.AppPort)),
        new("podTemplate", null, "may hold metadata and spec only", spec => spec.PodTemplate?.All(field => field.Key is "metadata" or "spec") ?? true),
        new("podTemplate.metadata.labels", null, $"must not set labels of {Labels.Group}; the pool selects its pods by them",
            spec => (spec.PodTemplate?["metadata"] as JsonObject)?["labels"] is not JsonObject labels || !labels.Any(label => label.Key.StartsWith(Labels.Group + "/", StringComparison.Ordinal))),
    ];

    /// <summary>Everything that is wrong with a pool whose schema holds.</summary>
    /// <param name="before">The pool as it was, where this is a change.</param>
    public static IReadOnlyList<Violation> Check(AgentPool pool, AgentPool? before = null)
    {
        List<Violation> wrong = [];
        if (!Names.Holds(pool.Metadata.Name)) wrong.Add(new("metadata.name", Names.Message));
        if (pool.Spec.Role is null) wrong.Add(new("spec.role", $"is missing; must be one of {string.Join(", ", Enum.GetNames<AgentRole>())}"));
        if (before is not null && before.Spec.Role != pool.Spec.Role) wrong.Add(new("spec.role", RoleStays));
        wrong.AddRange(All.Where(rule => !rule.Holds(pool.Spec)).Select(rule => new Violation($"spec.{rule.Path}", rule.Message)));
        return wrong;
    }

    private static Rule<AgentPoolSpec> Between(string path, string low, string high, Func<AgentPoolSpec, TimeSpan?> field, string unless = "") => new(
        path,
        $"{unless}(duration(self.{path}) >= duration('{low}') && duration(self.{path}) <= duration('{high}'))",
        $"must lie between {low} and {high}",
        spec => field(spec) is not { } value || (value >= DurationText.Parse(low) && value <= DurationText.Parse(high)));
}
