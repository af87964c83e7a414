using Fleet.Core.Scaling;

namespace Fleet.Core.Peaks;

/// <summary>Reads the floors of an instant from a list of peaks.</summary>
public static class Calendar
{
    // A year and a day: a cron that fires once a year is still seen coming.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(367);

    /// <param name="baseline">Replicas of a usual time like this one, for floors by multiplier.</param>
    /// <param name="perReplica">Conversations or calls that one replica holds at once, for floors by expected load.</param>
    public static CalendarView FloorsAt(IReadOnlyList<CalendarEntry> entries, int baseline, double perReplica, DateTimeOffset now)
    {
        var floors = new List<Floor>();
        var peaks = new List<PeakState>();
        DateTimeOffset? edge = null;
        foreach (var entry in entries)
        {
            if (CalendarProblems.Of(entry).Select(problem => $"{problem.Path}: {problem.Message}").FirstOrDefault() is { } problem)
            {
                peaks.Add(new(entry.Name, PeakPhase.Invalid, 0, null, problem));
                continue;
            }

            var full = entry.Floor.For(baseline, perReplica);
            var windows = Windows(entry, now);
            var replicas = windows.Select(window => window.FloorAt(now, full)).DefaultIfEmpty(0).Max();
            if (replicas > 0) floors.Add(new(entry.Name, replicas));
            foreach (var window in windows)
                if (window.EdgeAfter(now, full) is { } next && (edge is null || next < edge)) edge = next;

            var shown = windows.Where(window => window.Gone > now).MinBy(window => (Rank(window.PhaseAt(now)), window.Start));
            peaks.Add(new(entry.Name, shown?.PhaseAt(now) ?? PeakPhase.Done, replicas, shown, null));
        }
        return new(floors, edge, peaks);
    }

    /// <summary>Windows of a sound entry that are in force at <paramref name="now"/>, and the next one after it.</summary>
    public static IReadOnlyList<PeakWindow> Windows(CalendarEntry entry, DateTimeOffset now)
    {
        var zone = CalendarTimes.Zone(entry.TimeZone)!;
        if (CalendarTimes.Parse(entry.Start) is { } start && CalendarTimes.Parse(entry.End) is { } end)
        {
            return entry.Exclude.Contains(start.Date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                ? []
                : [Window(entry, CalendarTimes.StartOf(start, zone), CalendarTimes.EndOf(end, zone))];
        }

        var (cron, duration) = (CalendarTimes.Cron(entry.Cron)!, entry.Duration!.Value);
        var windows = new List<PeakWindow>();
        foreach (var one in CalendarTimes.Occurrences(cron, zone, now - duration - entry.RampDown, now + entry.LeadTime + Horizon, entry.Exclude))
        {
            windows.Add(Window(entry, one, one + duration));
            if (windows[^1].Warm > now) break;
        }
        return windows;
    }

    private static PeakWindow Window(CalendarEntry entry, DateTimeOffset start, DateTimeOffset end) =>
        new(start - entry.LeadTime, start, end, end + entry.RampDown);

    private static int Rank(PeakPhase phase) => phase switch
    {
        PeakPhase.Active => 0,
        PeakPhase.Warming => 1,
        PeakPhase.RampingDown => 2,
        _ => 3,
    };
}
