using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Fleet.Core.Schemas;

/// <summary>Durations as Kubernetes writes them: <c>30s</c>, <c>1h30m</c>, <c>250ms</c>.</summary>
public sealed partial class DurationText : JsonConverter<TimeSpan>
{
    /// <summary>What the schema asks of a duration.</summary>
    public const string Pattern = @"^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$";

    public static TimeSpan? Parse(string? text)
    {
        if (text is null || !Whole().IsMatch(text)) return null;
        try
        {
            return Part().Matches(text).Aggregate(TimeSpan.Zero, (sum, part) => sum + Unit(part.Groups[2].Value) * double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Shortest text of a duration; everything under a millisecond is cut off.</summary>
    public static string Write(TimeSpan duration)
    {
        if (duration < TimeSpan.FromMilliseconds(1)) return "0s";
        var hours = (long)duration.TotalHours;
        var text = (hours > 0 ? $"{hours}h" : "") + (duration.Minutes > 0 ? $"{duration.Minutes}m" : "")
            + (duration.Seconds > 0 ? $"{duration.Seconds}s" : "") + (duration.Milliseconds > 0 ? $"{duration.Milliseconds}ms" : "");
        return text;
    }

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()) ?? throw new JsonException("must be a duration such as 30s, 5m or 1h30m");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(Write(value));

    private static TimeSpan Unit(string unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };

    [GeneratedRegex(Pattern)]
    private static partial Regex Whole();

    [GeneratedRegex(@"([0-9]+(?:\.[0-9]+)?)(ms|s|m|h)")]
    private static partial Regex Part();
}
