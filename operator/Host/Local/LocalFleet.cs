using Fleet.Operator.Demand;
using Fleet.Operator.Local.FrontDoor;
using Fleet.Operator.Local.Manifests;
using Fleet.Operator.Local.Processes;
using Fleet.Operator.Pools;
using Fleet.Runtime.Cluster.Memory;

namespace Fleet.Operator.Local;

/// <summary>The whole fleet on this machine, from the first port to the last process.</summary>
internal sealed class LocalFleet(UpOptions options, Terminal terminal, TimeProvider clock)
{
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(8);

    /// <summary>Runs until cancelled and leaves nothing behind.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var executable = AgentExecutable.Find();
        var cluster = new MemoryCluster(clock);
        cluster.Serve(PoolResource.Pools);
        cluster.Serve(PoolResource.Peaks);
        FleetDoor? fleet = null;
        using var agents = new AgentDoor();
        await using var door = await FrontDoorApp.OpenAsync(options.Listen, () => fleet!, cancellationToken);
        using var redis = await RedisServer.OpenAsync(options);
        using var folder = new RunFolder();
        var settings = new ProcessSettings(executable, LocalEnvironment.Of(options, redis, door.Directory, folder), folder.Logs, ShutdownGrace);
        await using var processes = new ProcessController(cluster, settings, terminal, clock);
        var manifests = new ManifestFolder(options.Manifests ?? Path.Combine(AppContext.BaseDirectory, "Samples"), cluster, terminal);
        fleet = new(
            processes,
            new FleetState(cluster, processes, () => manifests.Refused).ReadAsync,
            (own, cancellation) => GatheredMetrics.GatherAsync(own, processes.Pods, agents, cancellation));
        door.Follow(processes);

        terminal.Say("start", $"Redis {redis.Words}; logs in {folder.Logs}");
        await manifests.ReadAsync(cancellationToken);
        AnnounceOnce(processes);
        using var http = new HttpClient();
        var pools = new PoolLoop(cluster, new Scraper(http, clock), agents, terminal, clock);
        await Task.WhenAll(processes.RunAsync(cancellationToken), pools.RunAsync(cancellationToken), manifests.FollowAsync(cancellationToken));
        terminal.Say("stop", "ending every agent");
    }

    private void AnnounceOnce(ProcessController processes)
    {
        var told = 0;
        processes.Changed += () =>
        {
            if (processes.Ready(Contracts.Agents.AgentRole.Router).Count > 0 && Interlocked.Exchange(ref told, 1) == 0)
                terminal.Say("open", $"chat at {options.Listen} · pools at {options.Listen}fleet · metrics at {options.Listen}metrics · Ctrl-C ends everything");
        };
    }
}
