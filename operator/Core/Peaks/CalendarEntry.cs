namespace Fleet.Core.Peaks;

/// <summary>A peak as the calendar reads it: one window in local time, or a recurring one.</summary>
public sealed record CalendarEntry
{
    public required string Name { get; init; }

    /// <summary>IANA zone of every local time below, e.g. Asia/Shanghai.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Local date and time `yyyy-MM-ddTHH:mm[:ss]` of a single window.</summary>
    public string? Start { get; init; }

    public string? End { get; init; }

    /// <summary>Five-field cron in local time; each occurrence lasts <see cref="Duration"/>.</summary>
    public string? Cron { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>Local dates `yyyy-MM-dd` on which no window starts.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The floor is asked for this long before the window.</summary>
    public TimeSpan LeadTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>After the window the floor falls to nothing in a straight line over this time.</summary>
    public TimeSpan RampDown { get; init; } = TimeSpan.FromHours(2);

    public FloorRule Floor { get; init; } = new();
}
