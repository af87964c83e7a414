using System.Runtime.InteropServices;

namespace Fleet.Operator.Commands;

/// <summary>Finds the verb, prints help, turns Ctrl-C, SIGTERM and SIGHUP into cancellation, and failures into one clear line.</summary>
internal static class Verbs
{
    private static readonly string[] HelpWords = ["--help", "-h", "help"];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [] || HelpWords.Contains(args[0]))
        {
            Usage(Console.Out);
            return args is [] ? 2 : 0;
        }
        if (CommandCatalog.All.FirstOrDefault(one => one.Name == args[0]) is not { } command)
        {
            var near = Spelling.Nearest(args[0], CommandCatalog.All.Select(one => one.Name));
            Console.Error.WriteLine($"fleet: '{args[0]}' is not a command.{(near is null ? "" : $" Did you mean '{near}'?")}");
            Usage(Console.Error);
            return 2;
        }
        if (args.Skip(1).Any(HelpWords[..2].Contains))
        {
            Usage(Console.Out, command);
            return 0;
        }
        return await RunAsync(command, args[1..]);
    }

    private static async Task<int> RunAsync(ICommand command, string[] words)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            return await command.RunAsync(Arguments.Parse(words, command.Options), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
        catch (UsageException wrong)
        {
            Console.Error.WriteLine($"fleet {command.Name}: {wrong.Message}");
            Console.Error.WriteLine($"See: fleet {command.Name} --help");
            return 2;
        }
        catch (FailureException failure)
        {
            Console.Error.WriteLine($"fleet {command.Name}: {failure.Message}");
            return 1;
        }
    }

    private static void Usage(TextWriter to)
    {
        to.WriteLine("fleet: deploys and scales a fleet of customer-service agents. Usage: fleet COMMAND [--help]");
        foreach (var command in CommandCatalog.All)
            to.WriteLine($"  {command.Name,-10} {command.Summary}");
    }

    private static void Usage(TextWriter to, ICommand command)
    {
        to.WriteLine($"fleet {command.Name} {command.Operands}".TrimEnd() + $": {command.Summary}");
        foreach (var option in command.Options)
            to.WriteLine($"  {$"{option.Name} {option.Value}",-28} {option.Text}");
    }
}
