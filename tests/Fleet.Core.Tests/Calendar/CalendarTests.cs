using Fleet.Core.Peaks;

namespace Fleet.Core.Tests.Calendar;

public sealed class CalendarTests
{
    private static readonly string[] Zones =
        ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Europe/London", "America/St_Johns", "Pacific/Auckland", "UTC"];

    private static readonly CalendarEntry DoubleEleven = new()
    {
        Name = "double-11", TimeZone = "Asia/Shanghai", Start = "2026-11-10T20:00", End = "2026-11-12T02:00", Floor = new(Replicas: 80),
    };

    [Theory]
    [InlineData("2026-11-10T19:29:59+08:00", 0, PeakPhase.Scheduled)]
    [InlineData("2026-11-10T19:30:00+08:00", 80, PeakPhase.Warming)]
    [InlineData("2026-11-10T20:00:00+08:00", 80, PeakPhase.Active)]
    [InlineData("2026-11-12T01:59:59+08:00", 80, PeakPhase.Active)]
    [InlineData("2026-11-12T03:00:00+08:00", 40, PeakPhase.RampingDown)]
    [InlineData("2026-11-12T04:00:00+08:00", 0, PeakPhase.Done)]
    public void The_floor_is_there_before_the_window_holds_through_it_and_ends_with_a_ramp(string now, int floor, PeakPhase phase)
    {
        var view = At([DoubleEleven], now);

        Assert.Equal(floor, view.Floors.Select(one => one.Replicas).DefaultIfEmpty(0).Max());
        Assert.Equal(phase, view.Peaks[0].Phase);
    }

    [Fact]
    public void Ten_thousand_random_windows_cover_exactly_the_instants_of_their_local_interval()
    {
        var random = new Random(11);
        for (var i = 0; i < 10_000; i++)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]);
            var start = DaylightSaving(random, zone);
            var end = start.AddMinutes(random.Next(1, 3000));
            var entry = new CalendarEntry
            {
                Name = "w", TimeZone = zone.Id, Start = $"{start:yyyy-MM-ddTHH:mm}", End = $"{end:yyyy-MM-ddTHH:mm}",
                LeadTime = TimeSpan.Zero, RampDown = TimeSpan.Zero, Floor = new(Replicas: 5),
            };

            var window = Assert.Single(Core.Peaks.Calendar.Windows(entry, DateTimeOffset.UnixEpoch));

            // On the wall: nothing just before is inside, the first instant is, the last is, and nothing after is.
            Assert.True(Wall(window.Start) >= start && Wall(window.Start.AddSeconds(-1)) < start, $"{entry} {window}");
            Assert.True(Wall(window.End) >= end && (Wall(window.End.AddSeconds(-1)) < end || zone.IsAmbiguousTime(end)), $"{entry} {window}");
            for (var minute = 1; minute < 180; minute += 7)
            {
                Assert.True(Wall(window.Start.AddMinutes(-minute)) < start, $"{entry}: an earlier instant shows the start already");
                Assert.True(Wall(window.End.AddMinutes(minute)) >= end, $"{entry}: a later instant is still before the end");
            }

            var inside = window.Start + ((window.End - window.Start) * random.NextDouble());
            Assert.Equal(5, Assert.Single(Core.Peaks.Calendar.FloorsAt([entry], 2, 40, inside).Floors).Replicas);
            Assert.Empty(Core.Peaks.Calendar.FloorsAt([entry], 2, 40, window.End).Floors);

            DateTime Wall(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
        }
    }

    [Fact]
    public void The_next_edge_is_where_the_view_changes_and_not_before()
    {
        var random = new Random(12);
        for (var i = 0; i < 2_000; i++)
        {
            var entry = new CalendarEntry
            {
                Name = "nightly", TimeZone = Zones[random.Next(Zones.Length)], Cron = $"{random.Next(60)} {random.Next(24)} * * {random.Next(7)}",
                Duration = TimeSpan.FromMinutes(random.Next(1, 3000)), LeadTime = TimeSpan.FromMinutes(random.Next(120)),
                RampDown = TimeSpan.FromMinutes(random.Next(120)), Floor = new(Replicas: random.Next(1, 100)),
            };
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(525_600));

            var view = Core.Peaks.Calendar.FloorsAt([entry], 2, 40, now);

            var edge = Assert.NotNull(view.NextEdge);
            Assert.True(edge > now);
            var before = Core.Peaks.Calendar.FloorsAt([entry], 2, 40, now + ((edge - now) * 0.999));
            Assert.Equal((view.Peaks[0].Floor, view.Peaks[0].Phase), (before.Peaks[0].Floor, before.Peaks[0].Phase));
        }
    }

    [Fact]
    public void A_recurring_peak_skips_its_excluded_dates_and_runs_over_midnight()
    {
        var entry = new CalendarEntry
        {
            Name = "friday", TimeZone = "Asia/Shanghai", Cron = "0 22 * * FRI", Duration = TimeSpan.FromHours(4), Exclude = ["2026-10-02"],
            RampDown = TimeSpan.Zero, Floor = new(Replicas: 9),
        };

        Assert.Single(At([entry], "2026-09-26T01:00:00+08:00").Floors);
        Assert.Empty(At([entry], "2026-10-03T01:00:00+08:00").Floors);
        Assert.Single(At([entry], "2026-10-10T01:59:59+08:00").Floors);
    }

    [Fact]
    public void Overlapping_peaks_are_all_shown_and_sizing_follows_multiplier_and_expectation()
    {
        var grown = DoubleEleven with { Name = "grown", Floor = new(Multiplier: 4) };
        var sized = DoubleEleven with
        {
            Name = "sized", Floor = new(Expected: new(827, TimeSpan.FromSeconds(300), new(97, TimeSpan.FromSeconds(20)))),
        };

        var floors = Core.Peaks.Calendar.FloorsAt([DoubleEleven, grown, sized], 6, 1, DateTimeOffset.Parse("2026-11-11T00:00:00+08:00")).Floors;

        Assert.Equal([80, 24, 83], floors.Select(floor => floor.Replicas));
    }

    [Fact]
    public void An_entry_that_cannot_be_read_says_what_would_be_right_and_hurts_no_other()
    {
        var view = At([DoubleEleven with { Name = "bad", TimeZone = "China", Start = "20:00", Exclude = ["tomorrow"] }, DoubleEleven], "2026-11-11T00:00:00+08:00");

        Assert.Equal((PeakPhase.Invalid, PeakPhase.Active), (view.Peaks[0].Phase, view.Peaks[1].Phase));
        Assert.Contains("Asia/Shanghai", view.Peaks[0].Problem, StringComparison.Ordinal);
        Assert.Equal(["timeZone", "start", "exclude"],
            CalendarProblems.Of(DoubleEleven with { TimeZone = "China", Start = "20:00", Exclude = ["tomorrow"] }).Select(problem => problem.Path));
    }

    private static CalendarView At(CalendarEntry[] entries, string now) =>
        Core.Peaks.Calendar.FloorsAt(entries, 2, 40, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

    // Every second one lies within hours of a change of the clocks.
    private static DateTime DaylightSaving(Random random, TimeZoneInfo zone)
    {
        var any = new DateTime(2026, 1, 1).AddMinutes(random.Next(525_600));
        if (random.Next(2) == 0) return any;
        for (var at = any; at < any.AddDays(300); at = at.AddHours(1))
            if (zone.IsInvalidTime(at) || zone.IsAmbiguousTime(at)) return at.AddMinutes(random.Next(-180, 180));
        return any;
    }
}
