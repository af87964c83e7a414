using System.Globalization;
using Cronos;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Fleet.Core.Peaks;

/// <summary>
/// Local times of a calendar entry in absolute time. A window covers every instant that the clock on the wall could mean: a time that
/// is missing in spring is the moment after the gap, of a doubled start in autumn the earlier one counts and of a doubled end the later.
/// </summary>
internal static class CalendarTimes
{
    private static readonly LocalDateTimePattern[] Patterns =
        [LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss")];

    private static readonly ZoneLocalMappingResolver Starts = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Ends = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    internal static DateTimeZone? Zone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    internal static LocalDateTime? Parse(string? text) =>
        text is null ? null : Patterns.Select(pattern => pattern.Parse(text)).Where(result => result.Success).Select(result => (LocalDateTime?)result.Value).FirstOrDefault();

    internal static bool IsDate(string text) => LocalDatePattern.Iso.Parse(text).Success;

    internal static CronExpression? Cron(string? text) => text is not null && CronExpression.TryParse(text, out var cron) ? cron : null;

    internal static DateTimeOffset StartOf(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Starts).ToInstant().ToDateTimeOffset();

    internal static DateTimeOffset EndOf(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Ends).ToInstant().ToDateTimeOffset();

    /// <summary>Starts of a cron's occurrences whose local time lies in [from, to], from the first on.</summary>
    internal static IEnumerable<DateTimeOffset> Occurrences(CronExpression cron, DateTimeZone zone, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<string> exclude)
    {
        // The cron runs on the clock of the wall, written as if it were UTC; the zone then says when that was. A day on both sides is more than any offset.
        var (first, last) = (from.UtcDateTime.AddDays(-1), to.UtcDateTime.AddDays(1));
        foreach (var wall in cron.GetOccurrences(first, last, fromInclusive: true, toInclusive: true))
        {
            if (exclude.Contains(wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))) continue;
            var start = StartOf(LocalDateTime.FromDateTime(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified)), zone);
            if (start >= from && start <= to) yield return start;
        }
    }
}
