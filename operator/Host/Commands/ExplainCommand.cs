using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Fleet.Operator.Commands;

/// <summary>Says why a pool of local mode has the size it has: every candidate, what it was computed from, and why it won or lost.</summary>
internal sealed class ExplainCommand : ICommand
{
    private const string Url = "--url";

    public string Name => "explain";

    public string Summary => "say why a pool has the size it has";

    public string Operands => "[POOL]";

    public IReadOnlyList<Option> Options { get; } = [new(Url, "URL", "front door of the fleet (default http://127.0.0.1:8080)")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var url = arguments[Url] ?? "http://127.0.0.1:8080";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var door))
            throw new UsageException($"{Url} {url}: give an address such as http://127.0.0.1:8080");
        var pools = await PoolsAsync(door, cancellationToken);
        var wanted = arguments.Operands is [var name, ..] ? pools.Where(pool => NameOf(pool) == name).ToList() : pools;
        if (wanted.Count == 0)
            throw new FailureException($"there is no pool '{arguments.Operands.FirstOrDefault()}'; there are: {string.Join(", ", pools.Select(NameOf))}");
        foreach (var pool in wanted)
            Show(pool);
        return 0;
    }

    private static async Task<List<JsonNode>> PoolsAsync(Uri door, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = door, Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            var state = await http.GetFromJsonAsync<JsonNode>("/fleet", cancellationToken);
            return [.. state!["pools"]!.AsArray().OfType<JsonNode>()];
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new FailureException($"no fleet answers at {door}. Start one with 'fleet up', or give its address with {Url}. ({silent.Message})", silent);
        }
    }

    private static string NameOf(JsonNode pool) => pool["metadata"]!["name"]!.ToString();

    private static void Show(JsonNode pool)
    {
        var status = pool["status"];
        AnsiConsole.MarkupLineInterpolated($"[bold]{NameOf(pool)}[/] {status?["readyReplicas"]}/{status?["desiredReplicas"]} ready: {status?["decision"]?["reason"] ?? "no decision yet"}");
        var table = new Table().AddColumns("candidate", "asks for", "from", "because");
        foreach (var one in status?["decision"]?["candidates"]?.AsArray() ?? [])
            table.AddRow(Text(one!["kind"]), Text(one["replicas"]), Text(one["inputs"]), one["lost"] is { } lost ? Text(lost) : "[green]won[/]");
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"limited by: {string.Join(", ", status?["decision"]?["limitedBy"]?.AsArray().Select(Text) ?? [])}");
    }

    private static string Text(JsonNode? node) => Markup.Escape(node?.ToString() ?? "");
}
