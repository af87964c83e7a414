using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>What pods are spread over.</summary>
public enum Spread { None, Node, Zone }

/// <summary>What the pool promises.</summary>
public sealed record AvailabilitySpec
{
    [JsonPropertyName("objective"), RangeMinimum(90), RangeMaximum(99.999), Description("Share of turns that are answered well, in percent of 30 days.")]
    public double Objective { get; init; } = 99.99;

    [JsonPropertyName("spread"), JsonConverter(typeof(JsonStringEnumConverter<Spread>)), Description("Zone spreads over zones and nodes, Node over nodes alone.")]
    public Spread Spread { get; init; } = Spread.Zone;
}
