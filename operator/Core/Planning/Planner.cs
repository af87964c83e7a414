using Fleet.Core.Manifests;
using Fleet.Core.Peaks;
using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using k8s;
using k8s.Models;

namespace Fleet.Core.Planning;

/// <summary>Turns what is seen of a pool into what is to be done. Planning again after the plan was carried out gives nothing new to do.</summary>
public static class Planner
{
    public static Plan Plan(PoolObservation seen, DateTimeOffset now)
    {
        var (pool, policy) = (seen.Pool, seen.Pool.Spec.Policy());
        var foreign = Foreign(seen);
        var calendar = Calendar.FloorsAt([.. seen.Peaks.Where(peak => peak.Lifts(pool.Metadata.Labels)).Select(peak => peak.Entry())], policy.Minimum, policy.PerReplica, now);
        var finishing = Drains.Finishing(seen, now).Count;
        var written = seen.Deployment?.Spec?.Replicas ?? Start(pool, calendar);
        var observation = Observed(seen, calendar, Math.Max(0, written - finishing));
        var (decision, memory) = Autoscaler.Decide(policy, seen.Memory, observation, now);

        var refused = foreign.Count > 0 || seen.ForeignScalers.Count > 0;
        var desired = Wanted(seen, decision, observation.Current);
        var drains = Drains.Of(seen, refused || seen.Paused ? 0 : observation.Current - desired, now);
        var replicas = refused ? written : desired + finishing + (drains.Victims.Count > 0 ? drains.Victims.Count : 0) - drains.Done.Count;
        // What could not be marked (a pod that is not there yet) is given up at once.
        replicas = Math.Max(replicas, drains.Held.Count + drains.Victims.Count);

        var wanted = PoolManifests.Build(pool, seen.Context with { Replicas = replicas });
        var names = wanted.Select(PoolManifests.Key).ToHashSet();
        var bare = Bare(seen);
        var blocked = foreign.Select(PoolManifests.Key).ToHashSet();
        return new()
        {
            Decision = decision,
            Memory = memory,
            NextLook = decision.NextLook,
            Patch = [.. drains.Marked(now)],
            DrainStart = [.. drains.Victims.Select(pod => pod.Name)],
            // A Deployment of somebody else's is the pool's very place: nothing is made beside it.
            Apply = foreign.Any(one => one is V1Deployment) ? [] : [.. wanted.Where(one => !blocked.Contains(PoolManifests.Key(one)))],
            Delete = [.. seen.Objects.Where(one => PoolNames.Owns(pool, one.Metadata) && one.Metadata.DeletionTimestamp is null && !names.Contains(PoolManifests.Key(one)))],
            DeletePods = [.. bare.Take(1).Select(pod => pod.Name)],
            Status = PoolStatusOf.Plan(seen, calendar, observation, decision, desired, finishing + drains.Victims.Count, foreign, bare.Count, now),
            Events = [.. Events(seen, decision, observation.Current, desired, foreign, bare.Count, calendar)],
        };
    }

    // A new pool begins at its minimum, or at the floor of a peak that is on already.
    private static int Start(AgentPool pool, CalendarView calendar) => Math.Clamp(
        Math.Max(pool.Spec.Scaling.Mode is ScalingMode.Off or ScalingMode.External ? pool.Spec.Replicas ?? 0 : 0, Math.Max(pool.Spec.Scaling.MinReplicas, calendar.Floors.Select(floor => floor.Replicas).DefaultIfEmpty(0).Max())),
        0, pool.Spec.Scaling.MaxReplicas);

    // Off means that the autoscaler keeps out; what a person asked for through the scale subresource still holds.
    private static int Wanted(PoolObservation seen, ScalingDecision decision, int current) =>
        seen.Pool.Spec is { Scaling.Mode: ScalingMode.Off, Replicas: { } asked } && !seen.Paused ? asked : seen.Paused ? current : decision.Desired;

    private static Observation Observed(PoolObservation seen, CalendarView calendar, int current)
    {
        var working = seen.Pods.Where(pod => pod.Working).ToList();
        return new()
        {
            Demand = seen.Demand,
            UnknownBecause = seen.UnknownBecause,
            Current = current,
            Ready = working.Count(pod => pod.Ready),
            Failing = working.Count(pod => pod is { Ready: false, Failing: true }),
            Starting = working.Count(pod => pod is { Ready: false, Failing: false }),
            StartTime = seen.StartTime,
            Floors = calendar.Floors,
            NextCalendarEdge = calendar.NextEdge,
            Paused = seen.Paused,
            Requested = seen.Pool.Spec.Replicas,
        };
    }

    /// <summary>Objects with a name of ours that another owner, or nobody, made: never taken over.</summary>
    private static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Foreign(PoolObservation seen)
    {
        var names = PoolManifests.Build(seen.Pool, seen.Context).Select(PoolManifests.Key).ToHashSet();
        IEnumerable<IKubernetesObject<V1ObjectMeta>> there = seen.Deployment is { } deployment ? [deployment, .. seen.Objects] : seen.Objects;
        return [.. there.Where(one => names.Contains(PoolManifests.Key(one)) && !PoolNames.Owns(seen.Pool, one.Metadata))];
    }

    // The injector fails open: a pod may be Ready and deaf.
    private static IReadOnlyList<SeenPod> Bare(PoolObservation seen) => seen.Pool.Spec.Dapr.Enabled && seen.Context.Dapr
        ? [.. seen.Pods.Where(pod => pod is { Ending: false, HasSidecar: false }).OrderBy(pod => pod.Name, StringComparer.Ordinal)]
        : [];

    private static IEnumerable<PlanEvent> Events(
        PoolObservation seen, ScalingDecision decision, int current, int desired, IReadOnlyList<IKubernetesObject<V1ObjectMeta>> foreign, int bare, CalendarView calendar)
    {
        if (desired != current && seen.Deployment is not null) yield return new(false, "Scaled", $"{current} → {desired}: {decision.Reason}");
        foreach (var one in foreign) yield return new(true, "NotOurs", $"{one.Kind} {one.Metadata.Name} is there already and not ours; rename the pool or remove it");
        foreach (var scaler in seen.ForeignScalers) yield return new(true, "ForeignScaler", $"{scaler} scales our Deployment; remove it, or point it at the AgentPool with mode External");
        if (bare > 0) yield return new(true, "SidecarMissing", $"{bare} pods started without their Dapr sidecar and are replaced");
        foreach (var peak in calendar.Peaks.Where(peak => peak.Problem is not null)) yield return new(true, "PeakInvalid", $"{peak.Name}: {peak.Problem}");
    }
}
