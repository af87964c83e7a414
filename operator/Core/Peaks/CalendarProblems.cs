namespace Fleet.Core.Peaks;

/// <summary>What is wrong with an entry: path under spec and a sentence that says what would be right.</summary>
public static class CalendarProblems
{
    public static IEnumerable<(string Path, string Message)> Of(CalendarEntry entry)
    {
        if (CalendarTimes.Zone(entry.TimeZone) is null)
            yield return ("timeZone", $"'{entry.TimeZone}' is no IANA time zone; write e.g. Asia/Shanghai");

        if (entry.Cron is null == entry.Start is null)
            yield return ("start", "give either start and end, or cron and duration");
        if (entry.Start is not null && CalendarTimes.Parse(entry.Start) is null)
            yield return ("start", $"'{entry.Start}' is no local time; write e.g. 2026-11-10T20:00, without a zone");
        if (entry.Start is not null && CalendarTimes.Parse(entry.End) is null)
            yield return ("end", $"'{entry.End}' is no local time; write e.g. 2026-11-12T02:00, without a zone");
        if (CalendarTimes.Parse(entry.Start) is { } start && CalendarTimes.Parse(entry.End) is { } end && end <= start)
            yield return ("end", $"'{entry.End}' is not after start '{entry.Start}'");

        if (entry.Cron is not null && CalendarTimes.Cron(entry.Cron) is null)
            yield return ("cron", $"'{entry.Cron}' is no cron of five fields; write e.g. '0 20 * * FRI'");
        if (entry.Cron is not null && entry.Duration is not { Ticks: > 0, TotalDays: <= 31 })
            yield return ("duration", "a recurring peak needs a duration over 0 and up to 31 days");
        foreach (var date in entry.Exclude.Where(date => !CalendarTimes.IsDate(date)))
            yield return ("exclude", $"'{date}' is no date; write e.g. 2026-10-01");

        if (entry.LeadTime < TimeSpan.Zero || entry.LeadTime > TimeSpan.FromDays(7))
            yield return ("leadTime", "leadTime must lie between 0 and 7 days");
        if (entry.RampDown < TimeSpan.Zero || entry.RampDown > TimeSpan.FromDays(7))
            yield return ("rampDown", "rampDown must lie between 0 and 7 days");
    }
}
