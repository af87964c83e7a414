using System.Text.Json.Nodes;
using System.Xml;
using Fleet.Core.Peaks;

namespace Fleet.Operator.Simulation;

/// <summary>A SalesPeak manifest as an entry of the calendar.</summary>
internal static class PeakManifest
{
    /// <exception cref="FormatException">Something in it cannot be read; the message has the path.</exception>
    internal static CalendarEntry Read(JsonObject manifest)
    {
        if (manifest["kind"]?.ToString() != "SalesPeak") throw new FormatException($"kind: is '{manifest["kind"]}', must be SalesPeak");
        if (manifest["spec"] is not JsonObject spec) throw new FormatException("spec: is missing");

        var entry = new CalendarEntry
        {
            Name = manifest["metadata"]?["name"]?.ToString() ?? "peak",
            TimeZone = spec["timeZone"]?.ToString() ?? "UTC",
            Start = spec["start"]?.ToString(),
            End = spec["end"]?.ToString(),
            Cron = spec["cron"]?.ToString(),
            Duration = Time(spec, "duration"),
            Exclude = [.. (spec["exclude"] as JsonArray ?? []).Select(date => date?.ToString() ?? "")],
            LeadTime = Time(spec, "leadTime") ?? TimeSpan.FromMinutes(30),
            RampDown = Time(spec, "rampDown") ?? TimeSpan.FromHours(2),
            Floor = Floor(spec["floor"] as JsonObject ?? []),
        };
        return CalendarProblems.Of(entry).Select(problem => $"spec.{problem.Path}: {problem.Message}").FirstOrDefault() is { } wrong
            ? throw new FormatException(wrong)
            : entry;
    }

    private static FloorRule Floor(JsonObject floor) => new(
        floor["replicas"]?.GetValue<long>() is { } replicas ? (int)replicas : null,
        Number(floor["multiplier"]),
        floor["expected"] is JsonObject expected
            ? new(Number(expected["conversationsPerHour"]) ?? 0, Time(expected, "averageHandleTime") ?? TimeSpan.FromMinutes(3),
                new(Number(expected["serviceLevel"]?["percent"]) ?? 97, Time(expected["serviceLevel"] as JsonObject ?? [], "within") ?? TimeSpan.FromSeconds(20)))
            : null);

    private static double? Number(JsonNode? node) =>
        node is null ? null : double.Parse(node.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    // `1h30m` is what XML writes as PT1H30M; days stand before the T.
    private static TimeSpan? Time(JsonObject json, string field)
    {
        if (json[field]?.ToString() is not { } text) return null;
        try
        {
            var upper = text.ToUpperInvariant();
            return XmlConvert.ToTimeSpan(upper.EndsWith('D') ? $"P{upper}" : $"PT{upper}");
        }
        catch (FormatException)
        {
            throw new FormatException($"spec.{field}: is '{text}', must be a duration such as 30s, 5m or 1h30m");
        }
    }
}
