namespace Fleet.Agents.Commands;

/// <summary>Runs one agent; its role and everything else come from the environment.</summary>
internal sealed class ServeCommand : ICommand
{
    public string Name => "serve";

    public string Summary => "run one agent; role and settings come from FLEET__… variables";

    public Task<int> RunAsync(string[] args, CancellationToken cancellationToken) => Task.FromResult(0);
}
