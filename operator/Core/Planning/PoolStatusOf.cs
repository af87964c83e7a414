using System.Globalization;
using Fleet.Contracts.Agents;
using Fleet.Core.Peaks;
using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using k8s;
using k8s.Models;

namespace Fleet.Core.Planning;

/// <summary>The status of a pool, in the words of the decision.</summary>
internal static class PoolStatusOf
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    public static AgentPoolStatus Plan(
        PoolObservation seen, CalendarView calendar, Observation observation, ScalingDecision decision, int desired, int draining,
        IReadOnlyList<IKubernetesObject<V1ObjectMeta>> foreign, int bare, DateTimeOffset now)
    {
        var (pool, spec) = (seen.Pool, seen.Pool.Spec);
        var peak = calendar.Peaks.Where(one => one.Floor > 0).MaxBy(one => one.Floor);
        var generation = pool.Metadata.Generation;
        var conditions = new Conditions(pool.Status?.Conditions ?? [], generation, now);
        var ready = observation.Ready >= desired;
        var rolling = seen.Deployment is { } deployment && (deployment.Status?.UpdatedReplicas ?? deployment.Spec?.Replicas) < deployment.Spec?.Replicas;
        return new()
        {
            ObservedGeneration = generation,
            Replicas = seen.Pods.Count(pod => !pod.Ending),
            ReadyReplicas = observation.Ready,
            DesiredReplicas = desired,
            DrainingReplicas = draining > 0 ? draining : null,
            Selector = $"{Labels.Pool}={pool.Metadata.Name}",
            Load = seen.Demand is { IsSound: true } demand
                ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(demand.Active + demand.Waiting)}/{observation.Ready * spec.Scaling.Target.PerReplica}")
                : null,
            Peak = peak is null ? null : $"{peak.Name} ({peak.Phase})",
            Decision = new()
            {
                Winner = $"{decision.Winner}",
                Reason = decision.Reason,
                Candidates = [.. decision.Candidates.Select(one => new CandidateStatus { Kind = $"{one.Kind}", Replicas = one.Replicas, Inputs = one.Inputs, Lost = one.Lost })],
                LimitedBy = Flags(decision.LimitedBy),
                NextLook = decision.NextLook - now > Usual ? decision.NextLook : null,
            },
            Availability = pool.Status?.Availability,
            Rollout = pool.Status?.Rollout,
            Conditions =
            [
                conditions.Of("Ready", ready, ready ? "AllReady" : observation.Failing > 0 ? "PodsFailing" : "PodsStarting", $"{observation.Ready} of {desired} ready"),
                conditions.Of("Progressing", rolling || !ready, rolling ? "RollingOut" : ready ? "Settled" : "Starting", rolling ? "a new template comes in" : ready ? "nothing is on its way" : $"{observation.Starting} starting"),
                seen.ForeignScalers.Count > 0
                    ? conditions.Of("ScalingActive", false, "ForeignScaler", $"{string.Join(", ", seen.ForeignScalers)} scales our Deployment; remove it, or point it at the AgentPool with mode External")
                    : seen.Paused
                        ? conditions.Of("ScalingActive", false, "Paused", "the pause annotation is set")
                        : conditions.Of("ScalingActive", spec.Scaling.Mode == ScalingMode.Auto, $"Mode{spec.Scaling.Mode}", Mode(spec)),
                conditions.Of("ScalingLimited", decision.LimitedBy != ScalingLimit.None, Flags(decision.LimitedBy) is [var first, ..] ? first : "NotLimited", decision.LimitedBy == ScalingLimit.None ? "nothing was cut off" : string.Join(", ", Flags(decision.LimitedBy))),
                conditions.Of("DemandKnown", decision.DemandKnown, decision.DemandKnown ? "Measured" : "Unknown", decision.DemandKnown ? "pods tell their load" : seen.UnknownBecause ?? "no pod tells its load"),
                conditions.Of("PeakActive", peak is not null, peak is null ? "NoPeak" : $"{peak.Phase}", peak is null ? "no peak is in force" : $"{peak.Name} asks for {peak.Floor}"),
                conditions.Of("SidecarsReady", bare == 0, bare > 0 ? "SidecarMissing" : spec.Dapr.Enabled ? "Present" : "NotWanted", bare > 0 ? $"{bare} pods lack their sidecar" : spec.Dapr.Enabled && !seen.Context.Dapr ? "the cluster has no Dapr; agents talk over HTTP" : "all is in place"),
                conditions.Of("Degraded", foreign.Count > 0 || observation.Failing > 0, foreign.Count > 0 ? "NotOurs" : observation.Failing > 0 ? "PodsFailing" : "Healthy",
                    foreign.Count > 0 ? string.Join(", ", foreign.Select(one => $"{one.Kind} {one.Metadata.Name}")) + " is not ours and left alone" : $"{observation.Failing} failing"),
            ],
        };
    }

    private static string Mode(AgentPoolSpec spec) => spec.Scaling.Mode switch
    {
        ScalingMode.Auto when spec.Replicas is { } asked => $"the autoscaler decides; spec.replicas ({asked}) is not used",
        ScalingMode.Auto => "the autoscaler decides and acts",
        ScalingMode.Preview => "the autoscaler decides and only shows",
        ScalingMode.External => "replicas follow the scale subresource, never under a floor",
        _ => "replicas are left alone",
    };

    private static IReadOnlyList<string> Flags(ScalingLimit limit) => limit == ScalingLimit.None ? [] : $"{limit}".Split(", ");
}
