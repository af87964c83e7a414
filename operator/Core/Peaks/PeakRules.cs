using Fleet.Core.Schemas;

namespace Fleet.Core.Peaks;

/// <summary>What has to hold between the fields of a peak. The schema, the webhook and local mode refuse with these words.</summary>
public static class PeakRules
{
    /// <summary>Rules over one spec; paths below spec.</summary>
    public static IReadOnlyList<Rule<SalesPeakSpec>> All { get; } =
    [
        new("start", "has(self.start) != has(self.cron)", "give either start and end, or cron and duration", spec => spec.Start is null != spec.Cron is null),
        new("end", "!has(self.start) || has(self.end)", "is missing; a window with a start has an end, e.g. 2026-11-12T02:00", spec => spec.Start is null || spec.End is not null),
        new("end", "!has(self.start) || !has(self.end) || self.end > self.start", "must be after start",
            spec => spec.Start is null || spec.End is null || string.CompareOrdinal(spec.End, spec.Start) > 0),
        new("duration", "!has(self.cron) || has(self.duration)", "is missing; a recurring peak has one, e.g. 4h", spec => spec.Cron is null || spec.Duration is not null),
        Between("duration", "1m", "744h", spec => spec.Duration, "!has(self.duration) || "),
        Between("leadTime", "0s", "168h", spec => spec.LeadTime),
        Between("rampDown", "0s", "168h", spec => spec.RampDown),
        new("floor", "has(self.floor.replicas) || has(self.floor.multiplier) || has(self.floor.expected)", "give replicas, multiplier or expected",
            spec => spec.Floor is not { Replicas: null, Multiplier: null, Expected: null }),
        Between("floor.expected.averageHandleTime", "1s", "24h", spec => spec.Floor?.Expected?.AverageHandleTime, "!has(self.floor.expected) || "),
    ];

    /// <summary>Everything that is wrong with a peak whose schema holds, with what only the calendar knows: zones, crons, dates.</summary>
    public static IReadOnlyList<Violation> Check(SalesPeak peak)
    {
        List<Violation> wrong = [];
        if (!Names.Holds(peak.Metadata.Name)) wrong.Add(new("metadata.name", Names.Message));
        wrong.AddRange(All.Where(rule => !rule.Holds(peak.Spec)).Select(rule => new Violation($"spec.{rule.Path}", rule.Message)));
        wrong.AddRange(CalendarProblems.Of(peak.Entry())
            .Select(problem => new Violation($"spec.{problem.Path}", problem.Message))
            .Where(problem => wrong.All(known => known.Path != problem.Path))
            .ToList());
        return wrong;
    }

    private static Rule<SalesPeakSpec> Between(string path, string low, string high, Func<SalesPeakSpec, TimeSpan?> field, string unless = "") => new(
        path,
        $"{unless}(duration(self.{path}) >= duration('{low}') && duration(self.{path}) <= duration('{high}'))",
        $"must lie between {low} and {high}",
        spec => field(spec) is not { } value || (value >= DurationText.Parse(low) && value <= DurationText.Parse(high)));
}
