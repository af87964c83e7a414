using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>Surge replaces pods one after the other, new ones first; Canary pauses to judge.</summary>
public enum RolloutStrategy { Surge, Canary }

/// <summary>How a new version comes in.</summary>
public sealed record RolloutSpec
{
    [JsonPropertyName("strategy"), JsonConverter(typeof(JsonStringEnumConverter<RolloutStrategy>))]
    [Description("Surge brings new pods in before old ones go; Canary does so by steps and goes back when the new version is worse.")]
    public RolloutStrategy Strategy { get; init; } = RolloutStrategy.Surge;

    [JsonPropertyName("steps"), RangeMinimum(1), RangeMaximum(10), Description("Canary: percent of the pods at which the rollout pauses, rising.")]
    public IReadOnlyList<int> Steps { get; init; } = [10, 50];

    [JsonPropertyName("minTurns"), RangeMinimum(1), RangeMaximum(1_000_000), Description("Canary: turns of the new version before it is judged.")]
    public int MinTurns { get; init; } = 200;

    [JsonPropertyName("maxErrorPercent"), RangeMinimum(0), RangeMaximum(100), Description("Canary: more failed turns send the new version back.")]
    public double MaxErrorPercent { get; init; } = 1;

    [JsonPropertyName("maxP95"), JsonConverter(typeof(DurationText)), Description("Canary: slower turns (p95) send the new version back.")]
    public TimeSpan MaxP95 { get; init; } = TimeSpan.FromSeconds(1);
}
