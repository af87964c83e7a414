using System.Globalization;

namespace Fleet.Load;

/// <summary>What is put on the fleet.</summary>
/// <param name="Conversations">Customers who write in turn.</param>
/// <param name="Minutes">How long turns become due.</param>
/// <param name="Rate">Turns that become due each second.</param>
/// <param name="Kill">What is ended with -9 while it runs; null for nothing.</param>
/// <param name="Url">A fleet that runs already; null to start one.</param>
/// <param name="Json">One JSON object instead of a table.</param>
internal sealed record LoadOptions(int Conversations, double Minutes, double Rate, string? Kill, Uri? Url, bool Json)
{
    public const string Usage = "load [--conversations N] [--minutes M] [--rate TURNS_PER_S] [--kill router|specialist|redis|operator] [--url URL] [--json]";

    private static readonly string[] Kills = ["router", "specialist", "redis", "operator"];

    /// <exception cref="FormatException">What is wrong, and what would be right.</exception>
    public static LoadOptions Parse(string[] args)
    {
        var options = new LoadOptions(100, 1, 0, null, null, false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--json" => options with { Json = true },
                "--conversations" => options with { Conversations = (int)Number(args, ref i, 1, 1_000_000) },
                "--minutes" => options with { Minutes = Number(args, ref i, 0.01, 24 * 60) },
                "--rate" => options with { Rate = Number(args, ref i, 0.01, 100_000) },
                "--kill" when Next(args, ref i) is var kill => Kills.Contains(kill)
                    ? options with { Kill = kill }
                    : throw new FormatException($"--kill {kill}: must be one of {string.Join(", ", Kills)}"),
                "--url" when Next(args, ref i) is var url => Uri.TryCreate(url, UriKind.Absolute, out var parsed)
                    ? options with { Url = parsed }
                    : throw new FormatException($"--url {url}: give an address such as http://127.0.0.1:8080"),
                var unknown => throw new FormatException($"{unknown} is no option. Usage: {Usage}"),
            };
        }
        if (options is { Url: not null, Kill: "redis" or "operator" })
            throw new FormatException($"--kill {options.Kill} needs a fleet of its own: leave --url out");
        // A customer writes every ten seconds unless said otherwise.
        return options.Rate > 0 ? options : options with { Rate = Math.Max(1, options.Conversations / 10.0) };
    }

    private static double Number(string[] args, ref int at, double least, double most)
    {
        var (name, text) = (args[at], Next(args, ref at));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} {text}: must be a number from {least} to {most}");
    }

    private static string Next(string[] args, ref int at) =>
        at + 1 < args.Length ? args[++at] : throw new FormatException($"{args[at]} needs a value. Usage: {Usage}");
}
