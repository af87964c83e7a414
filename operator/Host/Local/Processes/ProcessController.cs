using System.Collections.Concurrent;
using Fleet.Contracts.Agents;
using Fleet.Runtime.Cluster;
using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>
/// Stands in for what a real cluster does with Deployments: their ReplicaSets, the scheduler and the nodes' agents. Every replica is a pod
/// in the cluster and a process here; a changed template rolls with one pod more than asked for and never one less.
/// </summary>
internal sealed class ProcessController(ICluster cluster, ProcessSettings settings, Terminal terminal, TimeProvider clock) : IReadyAgents, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LocalPod> _pods = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LocalPod, Task> _ending = new();
    private readonly SemaphoreSlim _wake = new(1);
    private readonly AgentDoor _door = new();
    private readonly PodEnvironment _environment = new(cluster, settings.Environment);

    /// <inheritdoc/>
    public event Action? Changed;

    /// <summary>All pods with a process, the ending ones too.</summary>
    public IReadOnlyList<LocalPod> Pods => [.. _pods.Values.OrderBy(pod => pod.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<ReadyAgent> Ready(AgentRole role) =>
        [.. Pods.Where(pod => pod is { Ready: true, Stopping: false } && pod.Role == role.ToString())
            .Select(pod => pod.Address is { } address ? new ReadyAgent(pod.Name, address) : null).OfType<ReadyAgent>()];

    /// <summary>Converges until cancelled, on every change in the cluster and at least once a second.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var watches = Task.WhenAll(FollowAsync<V1Deployment>(cancellationToken), FollowAsync<V1Pod>(cancellationToken));
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await _wake.WaitAsync(TimeSpan.FromSeconds(1), cancellationToken);
                try
                {
                    await ConvergeAsync(cancellationToken);
                }
                catch (ClusterException conflict) when (conflict.Error is ClusterError.NotFound or ClusterError.Conflict)
                {
                    // Somebody deleted or changed what was just listed; the next round sees it.
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        await watches.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends every process: routers first, because they still need the specialists for the turns they finish.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var wave in _pods.Values.GroupBy(pod => pod.Role == nameof(AgentRole.Router)).OrderByDescending(wave => wave.Key))
            await Task.WhenAll(wave.Select(pod => pod.StopAsync(settings.ShutdownGrace)));
        await Task.WhenAll(_ending.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _door.Dispose();
    }

    private async Task FollowAsync<T>(CancellationToken cancellationToken) where T : class, k8s.IKubernetesObject<V1ObjectMeta>
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await foreach (var _ in cluster.WatchAsync<T>((string?)null, null, cancellationToken))
                Wake();
        }
    }

    private void Wake()
    {
        if (_wake.CurrentCount == 0)
            _wake.Release();
    }

    private async Task ConvergeAsync(CancellationToken cancellationToken)
    {
        var deployments = await cluster.ListAsync<V1Deployment>((string?)null, null, cancellationToken);
        var seen = (await cluster.ListAsync<V1Pod>((string?)null, null, cancellationToken)).ToDictionary(pod => pod.Metadata.Name, StringComparer.Ordinal);
        foreach (var lost in _pods.Values.Where(pod => !pod.Stopping && (!seen.TryGetValue(pod.Name, out var there) || there.Metadata.DeletionTimestamp is not null)))
            End(lost, "its pod was deleted");
        foreach (var deployment in deployments)
            await ConvergeAsync(deployment, seen, cancellationToken);
    }

    private async Task ConvergeAsync(V1Deployment deployment, Dictionary<string, V1Pod> seen, CancellationToken cancellationToken)
    {
        var hash = PodObjects.Hash(deployment);
        var wanted = deployment.Spec.Replicas ?? 1;
        var mine = _pods.Values.Where(pod => !pod.Stopping && pod.Object.IsOwnedBy(deployment)).ToList();
        var current = mine.Where(pod => pod.Template == hash).ToList();
        var old = mine.Where(pod => pod.Template != hash).ToList();

        if (deployment.Spec.Paused != true)
        {
            var room = wanted + (old.Count > 0 ? 1 : 0) - mine.Count;
            for (var i = 0; i < Math.Min(wanted - current.Count, room); i++)
                current.Add(await StartAsync(deployment, hash, cancellationToken));
        }
        // Of the old ones only those whose work a ready new one has taken over; of the new ones only what is too many.
        var replaced = Math.Min(old.Count, old.Count + current.Count(pod => pod.Ready) - wanted);
        foreach (var pod in InOrder(old, seen).Take(replaced))
            End(pod, "replaced by the new template");
        foreach (var pod in InOrder(current, seen).Take(current.Count - wanted))
            End(pod, "scaled in");
        foreach (var pod in mine.Concat(current).Distinct().Where(pod => !pod.Stopping))
            await ReportAsync(pod, seen.GetValueOrDefault(pod.Name), cancellationToken);
        await cluster.ApplyDeploymentStatusAsync(deployment, [.. _pods.Values.Where(pod => !pod.Stopping && pod.Object.IsOwnedBy(deployment))], hash, cancellationToken);
    }

    private static IEnumerable<LocalPod> InOrder(IEnumerable<LocalPod> pods, Dictionary<string, V1Pod> seen) =>
        Victims.Order(pods, pod => pod.Ready, pod => seen.GetValueOrDefault(pod.Name), pod => pod.ReadyAt);

    private async Task<LocalPod> StartAsync(V1Deployment deployment, string hash, CancellationToken cancellationToken)
    {
        var created = await cluster.CreateAsync(PodObjects.Of(deployment, hash), ProcessSettings.Manager, cancellationToken);
        var start = new PodStart(
            created, settings.Executable, await _environment.OfAsync(created, cancellationToken),
            Path.Combine(settings.LogFolder, created.Metadata.Name + ".log"), _door, clock, PodChanged, PodDied);
        var pod = new LocalPod(start);
        _pods[pod.Name] = pod;
        terminal.Say("start", $"{pod.Pool}: {pod.Name}");
        return pod;
    }

    private async Task ReportAsync(LocalPod pod, V1Pod? seen, CancellationToken cancellationToken)
    {
        if (seen is not null && seen.GetAnnotation(Demand.PodAddress.Annotation) != pod.Address?.ToString())
            await cluster.PatchMetadataAsync<V1Pod>(seen.Metadata.NamespaceProperty, pod.Name, new(Annotations: PodObjects.Where(pod)), ProcessSettings.Manager, cancellationToken);
        if (PodReports.Differ(seen, pod))
            await cluster.ApplyStatusAsync(PodObjects.Reported(pod, clock.GetUtcNow()), ProcessSettings.Manager, cancellationToken);
    }

    private void End(LocalPod pod, string why)
    {
        if (_ending.ContainsKey(pod))
            return;
        terminal.Say("drain", $"{pod.Pool}: {pod.Name} ({why})");
        _ending[pod] = Task.Run(async () =>
        {
            var grace = TimeSpan.FromSeconds(pod.Object.Spec.TerminationGracePeriodSeconds ?? 30);
            await pod.StopAsync(grace);
            _pods.TryRemove(pod.Name, out _);
            await cluster.DeleteAsync<V1Pod>(pod.Object.Metadata.NamespaceProperty, pod.Name, CancellationToken.None);
            _ending.TryRemove(pod, out _);
            Wake();
        });
    }

    private void PodChanged(LocalPod pod)
    {
        if (pod is { Ready: true, ReadyAt: { } ready })
            terminal.Say("ready", $"{pod.Pool}: {pod.Name} at {pod.Address} after {(ready - pod.StartedAt).TotalSeconds:0.0} s");
        Changed?.Invoke();
        Wake();
    }

    private void PodDied(LocalPod pod, string? why, TimeSpan delay)
    {
        terminal.Warn($"{pod.Pool}: {pod.Name} {why}; starts again in {delay.TotalSeconds:0.#} s. Log: {pod.Log.File}", pod.Log.Last.TakeLast(pod.Restarts == 0 ? 5 : 0));
        Wake();
    }
}
