using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Pools;
using Fleet.Core.Schemas;

namespace Fleet.Core.Peaks;

/// <summary>Where a peak stands, and whether its floors are ready.</summary>
public sealed record SalesPeakStatus
{
    [JsonPropertyName("observedGeneration"), Description("Generation of the spec that this status speaks of.")]
    public long? ObservedGeneration { get; init; }

    [JsonPropertyName("phase"), JsonConverter(typeof(JsonStringEnumConverter<PeakPhase>)), Description("Where the peak stands.")]
    public PeakPhase? Phase { get; init; }

    [JsonPropertyName("nextStart"), Description("When the window that counts opens, in UTC.")]
    public string? NextStart { get; init; }

    [JsonPropertyName("nextEnd"), Description("When it closes, in UTC.")]
    public string? NextEnd { get; init; }

    [JsonPropertyName("ready"), Description("Pools whose floor is ready, as 2/3.")]
    public string? Ready { get; init; }

    [JsonPropertyName("message"), Description("What stands in the way, in one sentence.")]
    public string? Message { get; init; }

    [JsonPropertyName("pools"), ListMap("name"), Description("Every pool the peak lifts.")]
    public IReadOnlyList<PeakPoolStatus> Pools { get; init; } = [];

    [JsonPropertyName("preflight"), ListMap("check"), Description("What was looked at beforehand.")]
    public IReadOnlyList<PreflightStatus> Preflight { get; init; } = [];

    [JsonPropertyName("conditions"), ListMap("type"), Description("Ready.")]
    public IReadOnlyList<ConditionStatus> Conditions { get; init; } = [];
}

/// <summary>One pool of a peak.</summary>
public sealed record PeakPoolStatus
{
    [JsonPropertyName("name"), Required, Description("The pool.")]
    public string Name { get; init; } = "";

    [JsonPropertyName("floor"), Description("Replicas the peak asks for at its height.")]
    public int Floor { get; init; }

    [JsonPropertyName("ready"), Description("Replicas that are ready.")]
    public int Ready { get; init; }
}

/// <summary>One look ahead.</summary>
public sealed record PreflightStatus
{
    [JsonPropertyName("check"), Required, Description("What was looked at.")]
    public string Check { get; init; } = "";

    [JsonPropertyName("ok"), Description("Whether all is well.")]
    public bool Ok { get; init; }

    [JsonPropertyName("message"), Description("What was found.")]
    public string Message { get; init; } = "";
}
