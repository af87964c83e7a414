using Fleet.Contracts.Agents;
using Fleet.Core.Peaks;
using Fleet.Core.Planning;
using Fleet.Core.Pools;
using Fleet.Operator.Demand;
using Fleet.Operator.Local;
using Fleet.Operator.Local.Processes;
using Fleet.Runtime.Cluster;
using k8s;
using k8s.Models;

namespace Fleet.Operator.Pools;

/// <summary>Sees every pool and peak when it is due, and carries out what the planner says.</summary>
internal sealed class PoolLoop(ICluster cluster, Scraper scraper, AgentDoor agents, Terminal terminal, TimeProvider clock)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<ObjectKey, PoolRun> _runs = [];
    private readonly Dictionary<ObjectKey, string> _peaks = [];
    private readonly PoolObserver _observer = new(cluster, scraper, agents, clock);

    /// <summary>Looks at every pool when it is due or its spec changed, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Step, clock);
        try
        {
            do
                await LookAsync(cancellationToken);
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Looks once at every pool that is due, and at every peak.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var pools = (await cluster.ListAsync<AgentPool>(PoolResource.Pools, new Query(), cancellationToken)).Items;
        lock (_runs)
        {
            foreach (var gone in _runs.Keys.Except(pools.Select(ObjectKey.Of)).ToList())
                _runs.Remove(gone);
        }
        await Task.WhenAll(pools.Select(pool => GuardedAsync(pool, cancellationToken)));
        await PeaksAsync(pools, cancellationToken);
    }

    private async Task GuardedAsync(AgentPool pool, CancellationToken cancellationToken)
    {
        PoolRun run;
        lock (_runs)
            run = _runs.TryGetValue(ObjectKey.Of(pool), out var known) ? known : _runs[ObjectKey.Of(pool)] = new();
        if (clock.GetUtcNow() < run.NextLook && run.Generation == pool.Metadata.Generation)
            return;
        try
        {
            var seen = await _observer.SeeAsync(pool, run, cancellationToken);
            await CarryOutAsync(seen, Planner.Plan(seen, clock.GetUtcNow()), run, cancellationToken);
            run.Generation = pool.Metadata.Generation ?? 0;
        }
        catch (ClusterException refused)
        {
            terminal.Warn($"{pool.Metadata.Name}: {refused.Message}");
            run.NextLook = clock.GetUtcNow() + TimeSpan.FromSeconds(2);
        }
    }

    private async Task CarryOutAsync(PoolObservation seen, Plan plan, PoolRun run, CancellationToken cancellationToken)
    {
        var (space, name) = (seen.Pool.Metadata.NamespaceProperty, seen.Pool.Metadata.Name);
        (run.Memory, run.NextLook) = (plan.Memory, plan.NextLook);
        foreach (var one in plan.Events)
            terminal.Say(one.Reason == "Scaled" ? "scale" : "pool", $"{name}: {one.Message}");
        if (plan.Events.Any(one => one.Reason == "Scaled"))
            PoolMetrics.Decided(plan.Decision);
        foreach (var mark in plan.Patch)
            await cluster.PatchMetadataAsync<V1Pod>(space, mark.Pod, new(Annotations: mark.Annotations), Labels.FieldManager, cancellationToken);
        foreach (var pod in plan.DrainStart)
            await DrainAsync(seen, space, pod, cancellationToken);
        foreach (var one in plan.Apply)
            await cluster.ApplyAsync(one, Labels.FieldManager, force: true, cancellationToken);
        foreach (var one in plan.Delete)
            await cluster.DeleteAsync(one, cancellationToken);
        foreach (var pod in plan.DeletePods)
            await cluster.DeleteAsync<V1Pod>(space, pod, cancellationToken);

        PoolMetrics.Shown(name, plan.Status.DesiredReplicas, plan.Status.ReadyReplicas);
        if (KubernetesJson.Serialize(plan.Status) is var words && words != run.LastStatus)
        {
            var shown = new AgentPool { Metadata = new() { Name = name, NamespaceProperty = space }, Status = plan.Status };
            await cluster.ApplyStatusAsync(PoolResource.Pools, shown, Labels.FieldManager, cancellationToken);
            run.LastStatus = words;
        }
    }

    private async Task DrainAsync(PoolObservation seen, string space, string name, CancellationToken cancellationToken)
    {
        terminal.Say("drain", $"{name}: takes no new work, {seen.Pool.Spec.Scaling.ScaleDown.DrainTimeout.TotalSeconds:0} s to finish");
        if (await cluster.GetAsync<V1Pod>(space, name, cancellationToken) is { } pod && PodAddress.Of(pod) is { } address)
            await agents.DrainAsync(address, cancellationToken);
    }

    private async Task PeaksAsync(IReadOnlyList<AgentPool> pools, CancellationToken cancellationToken)
    {
        foreach (var peak in (await cluster.ListAsync<SalesPeak>(PoolResource.Peaks, new Query(), cancellationToken)).Items)
        {
            var space = peak.Metadata.NamespaceProperty;
            var (status, _) = PeakPlanner.Plan(peak, pools.Where(pool => pool.Metadata.NamespaceProperty == space), clock.GetUtcNow());
            if (KubernetesJson.Serialize(status) is var words && _peaks.GetValueOrDefault(ObjectKey.Of(peak)) == words)
                continue;
            var shown = new SalesPeak { Metadata = new() { Name = peak.Metadata.Name, NamespaceProperty = space }, Status = status };
            await cluster.ApplyStatusAsync(PoolResource.Peaks, shown, Labels.FieldManager, cancellationToken);
            terminal.Say("peak", $"{peak.Metadata.Name}: {status.Phase}, {status.Ready} pools ready{(status.Message is null ? "" : $": {status.Message}")}");
            _peaks[ObjectKey.Of(peak)] = words;
        }
    }
}
