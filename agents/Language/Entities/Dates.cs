using System.Globalization;
using System.Text.RegularExpressions;
using Fleet.Contracts.Language;

namespace Fleet.Language.Entities;

/// <summary>
/// Days and spans of days, resolved against the customer's now. A week begins on Monday; 上周三 is the Wednesday of the week before,
/// 周三 alone the next one from today on; a day without a year is the one nearest to now.
/// </summary>
internal static partial class Dates
{
    private static readonly Dictionary<string, int> DaysFromNow = new(StringComparer.OrdinalIgnoreCase)
    {
        ["大前天"] = -3, ["前天"] = -2, ["昨天"] = -1, ["昨日"] = -1, ["昨晚"] = -1, ["昨儿"] = -1, ["今天"] = 0, ["今儿"] = 0, ["今晚"] = 0, ["今早"] = 0,
        ["明天"] = 1, ["明儿"] = 1, ["明早"] = 1, ["后天"] = 2, ["大后天"] = 3,
        ["the day before yesterday"] = -2, ["yesterday"] = -1, ["last night"] = -1, ["today"] = 0, ["tonight"] = 0, ["tomorrow"] = 1,
    };

    private static readonly string[] EnglishDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static IEnumerable<Entity> Read(string text, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        foreach (Match match in Relative().Matches(text))
            yield return Day(match, today.AddDays(DaysFromNow[match.Value]), .92);
        foreach (Match match in Ago().Matches(text))
        {
            var amount = ChineseNumber.Read(match.Groups["n"].Value) * (match.Groups["unit"].Value[0] is '周' or '星' or 'w' or 'W' ? 7 : 1);
            yield return Day(match, today.AddDays(-amount), .9);
        }
        foreach (Match match in WeekDay().Matches(text))
        {
            var day = "一二三四五六日".IndexOf(match.Groups["d"].Value.Replace('天', '日'), StringComparison.Ordinal);
            yield return Day(match, ByWeek(match.Groups["w"].Value, day), .91);
        }
        foreach (Match match in EnglishWeekDay().Matches(text))
        {
            var day = Array.IndexOf(EnglishDays, match.Groups["d"].Value.ToLowerInvariant());
            yield return Day(match, ByWeek(match.Groups["w"].Value.ToLowerInvariant() is "last" ? "上" : match.Groups["w"].Value.ToLowerInvariant() is "next" ? "下" : "", day), .91);
        }
        foreach (Match match in Week().Matches(text))
        {
            var first = monday.AddDays(match.Value[0] is '上' or 'l' or 'L' ? -7 : match.Value[0] is '下' or 'n' or 'N' ? 7 : 0);
            yield return Span(match, first, first.AddDays(6), .8);
        }
        foreach (Match match in MonthDay().Matches(text))
        {
            if (Nearest(today, int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture)) is { } day)
                yield return Day(match, day, .9);
        }
        foreach (Match match in Festival().Matches(text))
        {
            var (month, dayOfMonth) = match.Value.ToLowerInvariant() switch { "618" or "六一八" => (6, 18), "双十二" or "双12" => (12, 12), _ => (11, 11) };
            if (Nearest(today, month, dayOfMonth) is { } day)
                yield return Day(match, day, .85);
        }
        foreach (Match match in MonthEnd().Matches(text))
            yield return Span(match, today, new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month)), .85);

        DateOnly ByWeek(string week, int day) => week switch
        {
            "上上" => monday.AddDays(day - 14),
            "上" or "上个" => monday.AddDays(day - 7),
            "下" or "下个" => monday.AddDays(day + 7),
            "这" or "本" => monday.AddDays(day),
            _ => monday.AddDays(day) < today ? monday.AddDays(day + 7) : monday.AddDays(day),
        };
    }

    private static DateOnly? Nearest(DateOnly today, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(today.Year, month))
            return null;
        var here = new DateOnly(today.Year, month, day);
        var years = new[] { here.AddYears(-1), here, here.AddYears(1) };
        return years.MinBy(d => Math.Abs(d.DayNumber - today.DayNumber));
    }

    private static Entity Day(Match match, DateOnly day, double score) =>
        new(EntityType.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), match.Index, match.Length, score);

    private static Entity Span(Match match, DateOnly first, DateOnly last, double score) =>
        new(EntityType.Date, $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}", match.Index, match.Length, score);

    [GeneratedRegex(@"大前天|前天|昨天|昨日|昨晚|昨儿|今天|今儿|今晚|今早|明天|明儿|明早|大后天|后天|\b(?:the day before yesterday|yesterday|last night|today|tonight|tomorrow)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<n>\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?:个)?(?<unit>天|周|星期)(?:之|以)?前|(?<n>\d{1,2})\s+(?<unit>day|week)s?\s+ago", RegexOptions.IgnoreCase)]
    private static partial Regex Ago();

    [GeneratedRegex(@"(?<w>上上|上个|上|下个|下|这|本)?(?:周|星期|礼拜)(?<d>[一二三四五六日天])")]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"\b(?:(?<w>last|next|this)\s+)?(?<d>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWeekDay();

    [GeneratedRegex(@"(?:上|这|本|下)个?(?:周|星期|礼拜)(?![一二三四五六日天])|\b(?:last|this|next) week\b", RegexOptions.IgnoreCase)]
    private static partial Regex Week();

    [GeneratedRegex(@"(?<!\d)(?<m>1[0-2]|0?[1-9])\s*(?:月|[./])\s*(?<d>3[01]|[12]\d|0?[1-9])(?:[日号])?(?![\d.])")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"双十一|双11|双十二|双12|六一八|(?<!\d)618(?!\d)|\bdouble (?:11|eleven)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Festival();

    [GeneratedRegex(@"(?:这个)?月底(?:前|之前)?|\b(?:by )?the end of (?:the|this) month\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthEnd();
}
