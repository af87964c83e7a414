using System.Text.Json;
using Fleet.Core.Simulation;
using Spectre.Console;

namespace Fleet.Operator.Simulation;

/// <summary>Results as a table for people and as JSON for programs.</summary>
internal static class SimulationReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static string ToJson(string trace, int peakReplicas, IReadOnlyList<SimulationResult> results) => JsonSerializer.Serialize(new
    {
        trace,
        peakReplicas,
        policies = results.Select(one => new
        {
            one.Name,
            one.OverloadedSeconds,
            one.SlowTurns,
            one.Turns,
            podHours = Math.Round(one.PodHours, 2),
            one.DirectionChanges,
            one.RecoverSeconds,
        }),
    }, Json);

    internal static Table ToTable(string trace, IReadOnlyList<SimulationResult> results)
    {
        var table = new Table().Title(Markup.Escape(trace)).Border(TableBorder.Simple).AddColumn("policy");
        foreach (var name in new[] { "overloaded s", "slow turns", "pod-hours", "direction changes", "recover s", "most pods" })
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var one in results)
        {
            string[] cells =
            [
                one.Name, $"{one.OverloadedSeconds}", $"{one.SlowTurns}", FormattableString.Invariant($"{one.PodHours:0.0}"),
                $"{one.DirectionChanges}", $"{one.RecoverSeconds}", $"{one.Replicas.DefaultIfEmpty(0).Max()}",
            ];
            table.AddRow([.. cells.Select(cell => one.Name == "fleet" ? new Markup($"[bold]{cell}[/]") : new Markup(Markup.Escape(cell)))]);
        }
        return table;
    }
}
