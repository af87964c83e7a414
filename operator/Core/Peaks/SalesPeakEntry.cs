using Fleet.Core.Scaling;

namespace Fleet.Core.Peaks;

/// <summary>A peak as the calendar reads it.</summary>
public static class SalesPeakEntry
{
    public static CalendarEntry Entry(this SalesPeak peak)
    {
        var spec = peak.Spec;
        return new()
        {
            Name = peak.Metadata.Name ?? "",
            TimeZone = spec.TimeZone ?? "",
            Start = spec.Start,
            End = spec.End,
            Cron = spec.Cron,
            Duration = spec.Duration,
            Exclude = spec.Exclude,
            LeadTime = spec.LeadTime,
            RampDown = spec.RampDown,
            Floor = new(spec.Floor?.Replicas, spec.Floor?.Multiplier, spec.Floor?.Expected is { } expected
                ? new(expected.ConversationsPerHour, expected.AverageHandleTime, new ServiceLevel(expected.ServiceLevel.Percent, expected.ServiceLevel.Within))
                : null),
        };
    }

    /// <summary>Whether the peak lifts a pool of its own namespace with these labels.</summary>
    public static bool Lifts(this SalesPeak peak, IDictionary<string, string>? labels) =>
        peak.Spec.Pools?.MatchLabels.All(wanted => labels?.TryGetValue(wanted.Key, out var has) == true && has == wanted.Value) ?? true;
}
