using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Peaks;

/// <summary>When a peak is, for whom, and what it asks for.</summary>
public sealed record SalesPeakSpec
{
    private const string LocalTime = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$";

    [JsonPropertyName("timeZone"), Required, Description("IANA time zone of every local time here."), Pattern("^[A-Za-z0-9_+/-]{1,64}$", "Asia/Shanghai")]
    public string TimeZone { get; init; } = null!;

    [JsonPropertyName("start"), Description("Local time at which the window opens."), Pattern(LocalTime, "2026-11-10T20:00")]
    public string? Start { get; init; }

    [JsonPropertyName("end"), Description("Local time at which the window closes."), Pattern(LocalTime, "2026-11-12T02:00")]
    public string? End { get; init; }

    [JsonPropertyName("cron"), Description("Five fields in local time, for a peak that comes again; with duration."), Pattern(@"^\S+(\s+\S+){4}$", "0 20 * * FRI")]
    public string? Cron { get; init; }

    [JsonPropertyName("duration"), JsonConverter(typeof(DurationText)), Description("Length of each window of a cron.")]
    public TimeSpan? Duration { get; init; }

    [JsonPropertyName("exclude"), RangeMaximum(366), Description("Local dates on which no window opens."), Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2026-10-01")]
    public IReadOnlyList<string> Exclude { get; init; } = [];

    [JsonPropertyName("leadTime"), JsonConverter(typeof(DurationText)), Description("The floor is asked for this long before the window; at most 168h.")]
    public TimeSpan LeadTime { get; init; } = TimeSpan.FromMinutes(30);

    [JsonPropertyName("rampDown"), JsonConverter(typeof(DurationText)), Description("After the window the floor falls to nothing over this time; at most 168h.")]
    public TimeSpan RampDown { get; init; } = TimeSpan.FromHours(2);

    [JsonPropertyName("pools"), Description("Labels of the pools; all pools of the namespace if left out.")]
    public PoolSelector? Pools { get; init; }

    [JsonPropertyName("floor"), Required, Description("What the pools are lifted to; the largest counts where several are given.")]
    public FloorSpec Floor { get; init; } = null!;
}

/// <summary>Which pools a peak lifts.</summary>
public sealed record PoolSelector
{
    [JsonPropertyName("matchLabels"), Description("Labels that a pool carries, all of them.")]
    public IReadOnlyDictionary<string, string> MatchLabels { get; init; } = new Dictionary<string, string>();
}

/// <summary>What pools are lifted to.</summary>
public sealed record FloorSpec
{
    [JsonPropertyName("replicas"), RangeMinimum(1), RangeMaximum(10_000), Description("This many replicas.")]
    public int? Replicas { get; init; }

    [JsonPropertyName("multiplier"), RangeMinimum(1), RangeMaximum(1000), Description("This many times the usual replicas of the hour, or minReplicas while nothing is learned.")]
    public double? Multiplier { get; init; }

    [JsonPropertyName("expected"), Description("The load that is expected; sized by Erlang C.")]
    public ExpectedSpec? Expected { get; init; }
}

/// <summary>A load that is known beforehand.</summary>
public sealed record ExpectedSpec
{
    [JsonPropertyName("conversationsPerHour"), Required, RangeMinimum(1), RangeMaximum(100_000_000), Description("Conversations that begin in an hour.")]
    public double ConversationsPerHour { get; init; }

    [JsonPropertyName("averageHandleTime"), Required, JsonConverter(typeof(DurationText)), Description("How long a conversation holds its place.")]
    public TimeSpan AverageHandleTime { get; init; }

    [JsonPropertyName("serviceLevel"), Description("The promise to be kept.")]
    public ServiceLevelSpec ServiceLevel { get; init; } = new();
}

/// <summary>Share of conversations that begin in time.</summary>
public sealed record ServiceLevelSpec
{
    [JsonPropertyName("percent"), RangeMinimum(1), RangeMaximum(99.99), Description("Share, in percent.")]
    public double Percent { get; init; } = 97;

    [JsonPropertyName("within"), JsonConverter(typeof(DurationText)), Description("Longest wait that still counts.")]
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(20);
}
