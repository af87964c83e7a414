using System.Globalization;
using Fleet.Contracts.Agents;
using Fleet.Core.Peaks;
using Fleet.Core.Planning;
using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using Fleet.Operator.Demand;
using Fleet.Operator.Local.Processes;
using Fleet.Runtime.Cluster;
using k8s.Models;

namespace Fleet.Operator.Pools;

/// <summary>Gathers what the planner has to see of a pool.</summary>
internal sealed class PoolObserver(ICluster cluster, Scraper scraper, AgentDoor agents, TimeProvider clock)
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(10);

    public async Task<PoolObservation> SeeAsync(AgentPool pool, PoolRun run, CancellationToken cancellationToken)
    {
        var (space, name) = (pool.Metadata.NamespaceProperty, pool.Metadata.Name);
        var objects = await cluster.ListAsync<V1Pod>(space, $"{Labels.Pool}={name}", cancellationToken);
        var taking = objects.Where(pod => Marks.Read(pod.GetAnnotation(Marks.Draining)) is null).ToList();
        var ready = taking.Where(PodState.IsReady).ToList();
        foreach (var pod in ready)
        {
            if (PodState.StartTime(pod) is { } start)
                run.Starts.TryAdd(pod.Metadata.Name, start);
        }
        var samples = (await scraper.SampleAsync(ready, Metric(pool.Spec.Scaling.Target.Metric), cancellationToken)).ToList();
        var work = samples.GroupBy(one => one.Pod, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.MaxBy(sample => sample.At)!.Active, StringComparer.Ordinal);
        List<SeenPod> pods = [];
        foreach (var pod in objects)
            pods.Add(await PodAsync(pod, work, cancellationToken));
        return new()
        {
            Pool = Defaults.Of(pool, new("agent")),
            Deployment = await cluster.GetAsync<V1Deployment>(space, name, cancellationToken),
            Pods = pods,
            Demand = PodDemand.Of(samples, ready.Count, clock.GetUtcNow(), Stale),
            UnknownBecause = ready.Count == 0 ? "no pod is ready" : "no ready pod tells its load",
            StartTime = run.StartTime ?? TimeSpan.FromSeconds(3),
            Memory = run.Memory,
            Peaks = (await cluster.ListAsync<SalesPeak>(PoolResource.Peaks, new Query(space), cancellationToken)).Items,
            // No peers: on one machine the directory knows the specialists, and their names resolve to nothing.
            Context = new(),
        };
    }

    private async Task<SeenPod> PodAsync(V1Pod pod, Dictionary<string, double> work, CancellationToken cancellationToken)
    {
        var draining = Marks.Read(pod.GetAnnotation(Marks.Draining));
        double? left = draining is null
            ? work.TryGetValue(pod.Metadata.Name, out var active) ? active : null
            : PodAddress.Of(pod) is { } address ? await agents.WorkLeftAsync(address, cancellationToken) : null;
        return new(
            pod.Metadata.Name, PodState.IsReady(pod), PodState.IsFailing(pod), pod.Metadata.DeletionTimestamp is not null, pod.Status?.StartTime, draining,
            Marks.Read(pod.GetAnnotation(Marks.Released)), left,
            Cost: int.TryParse(pod.GetAnnotation(Marks.DeletionCost), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cost) ? cost : 0);
    }

    private static string Metric(LoadTarget target) => target switch
    {
        LoadTarget.Conversations => LoadMetric.ConversationsOpen,
        LoadTarget.Calls => LoadMetric.CallsActive,
        _ => LoadMetric.TurnsActive,
    };
}
