using Fleet.Operator.Local;
using Spectre.Console;

namespace Fleet.Operator.Commands;

/// <summary>Runs the whole fleet on this machine.</summary>
internal sealed class UpCommand : ICommand
{
    public string Name => "up";

    public string Summary => "run the whole fleet on this machine: Redis, pools, agents, front door";

    public IReadOnlyList<Option> Options => UpOptions.Known;

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = UpOptions.From(arguments);
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        // A narrow or redirected terminal must not break lines that people search in.
        console.Profile.Width = Math.Max(console.Profile.Width, 240);
        await new LocalFleet(options, new Terminal(console, TimeProvider.System), TimeProvider.System).RunAsync(cancellationToken);
        return 0;
    }
}
