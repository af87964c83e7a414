using Fleet.Core.Simulation;
using Fleet.Operator.Simulation;
using Spectre.Console;

namespace Fleet.Operator.Commands;

/// <summary>`fleet simulate`: rehearses a peak, or checks the models of the other autoscalers against recordings.</summary>
internal sealed class SimulateCommand : ICommand
{
    public string Name => "simulate";

    public string Summary => "replay a load through this autoscaler, HPA, KPA and KEDA, side by side";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--trace", "FILE.csv", "load as rows t_seconds,arrivals in equal bins"),
        new("--shape", "NAME", $"a made-up load instead: {string.Join(", ", LoadShape.Names)}"),
        new("--pool", "POOL.yaml", "AgentPool whose scaling is rehearsed (default: the defaults)"),
        new("--peak", "PEAK.yaml", "SalesPeak that is in force"),
        new("--begin", "INSTANT", "instant of the first row (default: an hour before the peak)"),
        new("--peak-replicas", "N", "replicas that the busiest bin needs (default 200)"),
        new("--start-seconds", "N", "median time that a pod takes to become Ready (default 8)"),
        new("--seed", "N", "seed of everything drawn by chance (default 1)"),
        new("--png", "FILE", "where the picture goes (default: simulation.png)"),
        new("--json", null, "results as JSON on standard output, and no picture unless --png is given"),
        new("--models", "DIR", "replay recorded decisions of HPA, KPA and KEDA through their models: policy lines differences"),
    ];

    public Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments["--models"] is { } folder) return Task.FromResult(ModelReplay.Run(folder, Console.Out, Console.Error, cancellationToken));

        var peakReplicas = SimulationRequest.Whole(arguments, "--peak-replicas", 200);
        var setup = SimulationRequest.Read(arguments, peakReplicas);
        var results = Simulator.Run(setup);

        if (arguments.Has("--json")) Console.WriteLine(SimulationReport.ToJson(setup.Trace.Name, peakReplicas, results));
        else Show(SimulationReport.ToTable(setup.Trace.Name, results));

        if (arguments["--png"] is { } picture) SimulationPicture.Save(picture, setup.Trace, setup.Policy.PerReplica, results);
        else if (!arguments.Has("--json")) SimulationPicture.Save("simulation.png", setup.Trace, setup.Policy.PerReplica, results);
        return Task.FromResult(0);
    }

    // A pipe has no width; the table is not to break its words for that.
    private static void Show(Table table)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 110);
        AnsiConsole.Write(table);
    }
}
