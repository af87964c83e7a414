using System.Text.Json;
using Fleet.Contracts.Agents;
using Fleet.Core.Scaling;
using Fleet.Operator.Demand;
using Fleet.Operator.Local;
using Fleet.Operator.Local.Processes;
using Fleet.Runtime.Cluster;
using k8s.Models;

namespace Fleet.Operator.Pools;

/// <summary>Keeps every pool's Deployment at the size that its demand asks for: at once on the way up, by drain on the way down.</summary>
internal sealed class PoolLoop(ICluster cluster, Scraper scraper, AgentDoor agents, Terminal terminal, TimeProvider clock)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(10);

    private readonly Dictionary<ObjectKey, PoolRun> _runs = [];

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

    /// <summary>Looks once at every pool that is due.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var pools = (await cluster.ListAsync<DynamicObject>(PoolResource.Pools, new Query(), cancellationToken)).Items;
        lock (_runs)
        {
            foreach (var gone in _runs.Keys.Except(pools.Select(ObjectKey.Of)).ToList())
                _runs.Remove(gone);
        }
        await Task.WhenAll(pools.Select(pool => GuardedAsync(pool, cancellationToken)));
    }

    private async Task GuardedAsync(DynamicObject pool, CancellationToken cancellationToken)
    {
        PoolRun run;
        lock (_runs)
            run = _runs.TryGetValue(ObjectKey.Of(pool), out var known) ? known : _runs[ObjectKey.Of(pool)] = new();
        if (clock.GetUtcNow() < run.NextLook && run.Generation == pool.Metadata.Generation)
            return;
        try
        {
            await LookAsync(pool, run, cancellationToken);
            run.Generation = pool.Metadata.Generation ?? 0;
        }
        catch (ClusterException refused)
        {
            terminal.Warn($"{pool.Metadata.Name}: {refused.Message}");
            run.NextLook = clock.GetUtcNow() + TimeSpan.FromSeconds(2);
        }
    }

    private async Task LookAsync(DynamicObject pool, PoolRun run, CancellationToken cancellationToken)
    {
        var spec = PoolSpec.Of(PoolDeployment.SpecOf(pool));
        var (space, name) = (pool.Metadata.NamespaceProperty, pool.Metadata.Name);
        var deployment = await cluster.GetAsync<V1Deployment>(space, name, cancellationToken);
        var pods = await cluster.ListAsync<V1Pod>(space, $"{Labels.Pool}={name}", cancellationToken);
        foreach (var gone in run.Draining.Keys.Except(pods.Select(pod => pod.Metadata.Name)).ToList())
            run.Draining.Remove(gone);
        var working = pods.Where(pod => !run.Draining.ContainsKey(pod.Metadata.Name)).ToList();
        var written = deployment?.Spec.Replicas ?? spec.Policy.Minimum;
        var seen = await ObserveAsync(run, spec, working, Math.Max(0, written - run.Draining.Count), cancellationToken);
        var now = clock.GetUtcNow();
        var (decision, memory) = Autoscaler.Decide(spec.Policy, run.Memory, seen, now);
        (run.Memory, run.NextLook) = (memory, decision.NextLook);

        if (decision.Desired != seen.Current && deployment is not null)
        {
            terminal.Say("scale", $"{name}: {seen.Current} → {decision.Desired}: {decision.Reason}");
            PoolMetrics.Decided(decision);
        }
        if (decision.Desired < seen.Current)
            await DrainAsync(run, working, seen.Current - decision.Desired, spec, cancellationToken);
        var drained = await DrainedAsync(run, pods, spec, cancellationToken);
        var replicas = decision.Desired + run.Draining.Count - drained;
        await cluster.ApplyAsync(PoolDeployment.Of(pool, spec, replicas), Labels.FieldManager, force: true, cancellationToken);

        PoolMetrics.Shown(name, decision.Desired, seen.Ready);
        var status = PoolStatus.Of(pool, seen, decision, pods.Count, now);
        if (PoolStatus.Essence(status) is var essence && essence != run.LastStatus)
        {
            await cluster.ApplyStatusAsync(
                PoolResource.Pools,
                new DynamicObject
                {
                    ApiVersion = pool.ApiVersion, Kind = pool.Kind, Metadata = new() { Name = name, NamespaceProperty = space },
                    Fields = { ["status"] = JsonSerializer.SerializeToElement(status) },
                },
                Labels.FieldManager, cancellationToken);
            run.LastStatus = essence;
        }
    }

    private async Task<Observation> ObserveAsync(PoolRun run, PoolSpec spec, List<V1Pod> pods, int current, CancellationToken cancellationToken)
    {
        var ready = pods.Where(PodState.IsReady).ToList();
        var failing = pods.Count(PodState.IsFailing);
        foreach (var pod in ready)
        {
            if (PodState.StartTime(pod) is { } start)
                run.Starts.TryAdd(pod.Metadata.Name, start);
        }
        var metric = spec.Target switch
        {
            LoadTarget.Conversations => LoadMetric.ConversationsOpen,
            LoadTarget.Calls => LoadMetric.CallsActive,
            _ => LoadMetric.TurnsActive,
        };
        var samples = await scraper.SampleAsync(ready, metric, cancellationToken);
        return new()
        {
            Demand = PodDemand.Of(samples, ready.Count, clock.GetUtcNow(), Stale),
            UnknownBecause = ready.Count == 0 ? "no pod is ready" : "no ready pod tells its load",
            Current = current,
            Ready = ready.Count,
            Starting = pods.Count - ready.Count - failing,
            Failing = failing,
            StartTime = run.StartTime ?? TimeSpan.FromSeconds(3),
        };
    }

    private async Task DrainAsync(PoolRun run, List<V1Pod> working, int count, PoolSpec spec, CancellationToken cancellationToken)
    {
        foreach (var pod in Victims.Order(working, PodState.IsReady, pod => pod, pod => pod.Status?.StartTime).Take(count))
        {
            run.Draining[pod.Metadata.Name] = clock.GetUtcNow();
            terminal.Say("drain", $"{pod.Metadata.Name}: takes no new work, {spec.DrainTimeout.TotalSeconds:0} s to finish");
            var marks = new Dictionary<string, string?> { [Victims.DeletionCost] = "-100" };
            await cluster.PatchMetadataAsync<V1Pod>(pod.Metadata.NamespaceProperty, pod.Metadata.Name, new(Annotations: marks), Labels.FieldManager, cancellationToken);
            if (PodAddress.Of(pod) is { } address)
                await agents.DrainAsync(address, cancellationToken);
        }
    }

    /// <summary>How many of the draining pods may go now: nothing runs in them, they do not answer, or their time is over.</summary>
    private async Task<int> DrainedAsync(PoolRun run, IReadOnlyList<V1Pod> pods, PoolSpec spec, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var pod in pods.Where(pod => run.Draining.ContainsKey(pod.Metadata.Name)))
        {
            var late = clock.GetUtcNow() - run.Draining[pod.Metadata.Name] >= spec.DrainTimeout;
            if (late || PodAddress.Of(pod) is not { } address || await agents.WorkLeftAsync(address, cancellationToken) is null or 0)
                done++;
        }
        return done;
    }
}
