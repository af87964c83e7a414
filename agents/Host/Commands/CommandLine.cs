namespace Fleet.Agents.Commands;

/// <summary>Finds the verb, prints help, turns Ctrl-C into cancellation.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [] or ["--help" or "-h" or "help", ..])
        {
            Usage(Console.Out);
            return args is [] ? 2 : 0;
        }
        if (CommandCatalog.All.FirstOrDefault(c => c.Name == args[0]) is not { } command)
        {
            Console.Error.WriteLine($"agent: '{args[0]}' is not a command.");
            Usage(Console.Error);
            return 2;
        }
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            stop.Cancel();
        };
        return await command.RunAsync(args[1..], stop.Token);
    }

    private static void Usage(TextWriter to)
    {
        to.WriteLine("agent: one agent of the fleet. Usage: agent COMMAND [--help]");
        foreach (var command in CommandCatalog.All)
            to.WriteLine($"  {command.Name,-12} {command.Summary}");
    }
}
