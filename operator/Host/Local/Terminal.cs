using Spectre.Console;

namespace Fleet.Operator.Local;

/// <summary>One line for everything that happens, readable in a terminal and in a file.</summary>
internal sealed class Terminal(IAnsiConsole console, TimeProvider clock)
{
    private readonly Lock _gate = new();

    private static readonly Dictionary<string, string> Colors = new(StringComparer.Ordinal)
    {
        ["start"] = "grey", ["ready"] = "green", ["drain"] = "grey", ["scale"] = "aqua", ["pool"] = "blue", ["open"] = "bold green", ["stop"] = "grey",
    };

    /// <summary>A line on standard output.</summary>
    /// <param name="what">One word that says what kind of news it is.</param>
    public void Say(string what, string text) => Write(what, Colors.GetValueOrDefault(what, "white"), text);

    /// <summary>Something that somebody should look at, with lines that explain it.</summary>
    public void Warn(string text, IEnumerable<string>? details = null)
    {
        lock (_gate)
        {
            Write("warn", "yellow", text);
            foreach (var line in details ?? [])
                console.MarkupLineInterpolated($"                 [grey]{line}[/]");
        }
    }

    private void Write(string what, string color, string text)
    {
        lock (_gate)
            console.MarkupLine($"[grey]{clock.GetLocalNow():HH:mm:ss}[/] [{color}]{what,-6}[/] {Markup.Escape(text)}");
    }
}
