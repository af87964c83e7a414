using System.Diagnostics;
using System.Net;
using Fleet.Contracts.Agents;
using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>
/// What a node's agent does with a pod: starts its process, probes it, starts it again with growing delay when it dies, and drains it
/// before its end.
/// </summary>
internal sealed class LocalPod
{
    private static readonly TimeSpan FirstProbes = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LaterProbes = TimeSpan.FromSeconds(1);
    private const int LivenessThreshold = 6;

    private readonly PodStart _start;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _run;
    private volatile AgentProcess? _process;
    private int _deaths;

    public LocalPod(PodStart start)
    {
        _start = start;
        Log = new(start.LogFile);
        _run = Task.Run(RunAsync);
    }

    public string Name => _start.Name;

    /// <summary>As the cluster knows it.</summary>
    public V1Pod Object => _start.Object;

    public string Pool => _start.Object.GetLabel(Labels.Pool) ?? "";

    public string Role => _start.Object.GetLabel(Labels.Role) ?? "";

    /// <summary>Hash of the template it was made from.</summary>
    public string Template => _start.Object.GetLabel("pod-template-hash") ?? "";

    public LogRing Log { get; }

    public bool Ready { get; private set; }

    /// <summary>It waits for its next start.</summary>
    public bool Failing { get; private set; }

    /// <summary>It is asked to end.</summary>
    public bool Stopping => _end.IsCancellationRequested;

    public int Restarts { get; private set; }

    public string? LastEnd { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? ReadyAt { get; private set; }

    public Uri? Address => _process?.Address;

    public int? ProcessId => _process?.Id;

    public long Memory => _process?.Memory ?? 0;

    /// <summary>Ends the process as a crash would; it is started again.</summary>
    public void Kill() => _process?.Kill();

    /// <summary>Drains, asks to end, and after the grace period ends it.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (_end.IsCancellationRequested)
        {
            await _run;
            return;
        }
        await _end.CancelAsync();
        Change(ready: false);
        if (_process is { } process)
        {
            using var brief = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            try
            {
                await _start.Door.DrainAsync(process.Address, brief.Token);
            }
            catch (OperationCanceledException)
            {
            }
            await process.StopAsync(grace);
        }
        await _run;
        Log.Dispose();
    }

    private async Task RunAsync()
    {
        while (!Stopping)
        {
            var began = Stopwatch.GetTimestamp();
            StartedAt = _start.Clock.GetUtcNow();
            ReadyAt = null;
            try
            {
                using var process = AgentProcess.Start(_start.Executable, _start.Environment, Log);
                _process = process;
                Failing = false;
                var exit = process.ExitAsync();
                await WatchAsync(process, exit);
                LastEnd = $"ended with status {await exit}";
            }
            catch (Exception broken) when (broken is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                LastEnd = $"could not be started: {broken.Message}";
                Log.Add(LastEnd);
            }
            _process = null;
            Change(ready: false);
            if (Stopping)
                return;

            (var delay, _deaths) = RestartDelay.After(_deaths, Stopwatch.GetElapsedTime(began));
            Failing = true;
            _start.Died(this, LastEnd, delay);
            await Task.Delay(delay, _start.Clock, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Restarts++;
        }
    }

    private async Task WatchAsync(AgentProcess process, Task exit)
    {
        var silences = 0;
        while (!exit.IsCompleted && !Stopping)
        {
            var status = await _start.Door.ProbeAsync(process.Address, AgentEndpoints.Ready, CancellationToken.None);
            if (Stopping)
                break;
            // Not ready is an answer; no answer at all, again and again, is a process that hangs.
            silences = status is null && ReadyAt is not null ? silences + 1 : 0;
            if (silences >= LivenessThreshold)
            {
                Log.Add($"no answer to {LivenessThreshold} probes: ended to be started again");
                process.Kill();
                break;
            }
            if (status is not null || silences > 1)
                Change(status == HttpStatusCode.OK);
            await Task.WhenAny(exit, Task.Delay(Ready ? LaterProbes : FirstProbes, _start.Clock, _end.Token));
        }
        if (!exit.IsCompleted)
            await exit;
    }

    private void Change(bool ready)
    {
        if (ready && ReadyAt is null)
            ReadyAt = _start.Clock.GetUtcNow();
        if (Ready == ready)
            return;
        Ready = ready;
        _start.Changed(this);
    }
}
