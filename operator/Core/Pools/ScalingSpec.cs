using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Scaling;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>How many replicas a pool has.</summary>
public sealed record ScalingSpec
{
    [JsonPropertyName("mode"), JsonConverter(typeof(JsonStringEnumConverter<ScalingMode>))]
    [Description("Auto decides and acts, Preview decides and only shows, External leaves replicas to whoever writes the scale subresource, Off leaves them alone.")]
    public ScalingMode Mode { get; init; } = ScalingMode.Auto;

    [JsonPropertyName("minReplicas"), RangeMinimum(1), RangeMaximum(10_000), Description("Never fewer. To switch a pool off, use mode Off with replicas 0.")]
    public int MinReplicas { get; init; } = 2;

    [JsonPropertyName("maxReplicas"), RangeMinimum(1), RangeMaximum(10_000), Description("Never more.")]
    public int MaxReplicas { get; init; } = 200;

    [JsonPropertyName("target"), Description("Work that one replica holds.")]
    public TargetSpec Target { get; init; } = new();

    [JsonPropertyName("buffer"), Description("Places kept free.")]
    public BufferSpec Buffer { get; init; } = new();

    [JsonPropertyName("panic"), Description("When a burst is taken seriously at once.")]
    public PanicSpec Panic { get; init; } = new();

    [JsonPropertyName("scaleDown"), Description("How replicas go.")]
    public ScaleDownSpec ScaleDown { get; init; } = new();

    [JsonPropertyName("forecast"), JsonConverter(typeof(JsonStringEnumConverter<ForecastMode>))]
    [Description("Off learns nothing, Preview shows what the forecast would have asked for, On lets it raise replicas; it never lowers them.")]
    public ForecastMode Forecast { get; init; } = ForecastMode.Preview;
}

/// <summary>What a pool is sized by.</summary>
public enum LoadTarget { Turns, Conversations, Calls }

/// <summary>Work that one replica holds.</summary>
public sealed record TargetSpec
{
    [JsonPropertyName("metric"), JsonConverter(typeof(JsonStringEnumConverter<LoadTarget>)), Description("Unit of work that is counted.")]
    public LoadTarget Metric { get; init; } = LoadTarget.Turns;

    [JsonPropertyName("perReplica"), RangeMinimum(1), RangeMaximum(100_000), Description("Units that one replica holds at once.")]
    public int PerReplica { get; init; } = 40;

    [JsonPropertyName("utilization"), RangeMinimum(1), RangeMaximum(100), Description("Share of perReplica that is used when all is calm, in percent.")]
    public int Utilization { get; init; } = 70;
}

/// <summary>Places kept free.</summary>
public sealed record BufferSpec
{
    [JsonPropertyName("percent"), RangeMinimum(0), RangeMaximum(90), Description("Share of all places that stays free, in percent; ignored where replicas are given.")]
    public int Percent { get; init; } = 20;

    [JsonPropertyName("replicas"), RangeMinimum(0), RangeMaximum(10_000), Description("Replicas' worth of places that stays free.")]
    public int? Replicas { get; init; }
}

/// <summary>When a burst is taken seriously at once.</summary>
public sealed record PanicSpec
{
    [JsonPropertyName("window"), JsonConverter(typeof(DurationText)), Description("The short window that is looked at; at most 60s.")]
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(6);

    [JsonPropertyName("threshold"), RangeMinimum(100), RangeMaximum(1000), Description("Panic begins when the short window asks for this many percent of the replicas.")]
    public int Threshold { get; init; } = 200;
}

/// <summary>How replicas go.</summary>
public sealed record ScaleDownSpec
{
    [JsonPropertyName("window"), JsonConverter(typeof(DurationText)), Description("Replicas fall no lower than the highest answer in this time.")]
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(300);

    [JsonPropertyName("maxPercentPerMinute"), RangeMinimum(1), RangeMaximum(100), Description("At most this share goes in a minute, at least one replica.")]
    public int MaxPercentPerMinute { get; init; } = 10;

    [JsonPropertyName("drainTimeout"), JsonConverter(typeof(DurationText)), Description("How long a pod that goes may finish its work; at most 1h.")]
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(120);
}
