using Fleet.Operator.Simulation;

namespace Fleet.Operator.Commands;

/// <summary>`fleet simulate`: rehearses a peak, or checks the models of the other autoscalers against recordings.</summary>
internal sealed class SimulateCommand : ICommand
{
    public string Name => "simulate";

    public string Summary => "replay a load through this autoscaler, HPA, KPA and KEDA, side by side";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--models", "DIR", "replay recorded decisions of HPA, KPA and KEDA through their models: policy lines differences"),
    ];

    public Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken) => arguments["--models"] is { } folder
        ? Task.FromResult(ModelReplay.Run(folder, Console.Out, Console.Error, cancellationToken))
        : throw new UsageException("say what to replay: --models DIR");
}
