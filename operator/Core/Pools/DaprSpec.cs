using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>Words of Dapr's log-level annotation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DaprLogLevel>))]
public enum DaprLogLevel
{
    [JsonStringEnumMemberName("debug")] Debug,
    [JsonStringEnumMemberName("info")] Info,
    [JsonStringEnumMemberName("warn")] Warn,
    [JsonStringEnumMemberName("error")] Error,
}

/// <summary>The Dapr sidecar of every pod.</summary>
public sealed record DaprSpec
{
    [JsonPropertyName("enabled"), Description("Without it agents call each other over plain HTTP through Services.")]
    public bool Enabled { get; init; } = true;

    [JsonPropertyName("appPort"), RangeMinimum(1024), RangeMaximum(65_535), Description("HTTP port of the agent.")]
    public int AppPort { get; init; } = 8080;

    [JsonPropertyName("logLevel"), Description("How much the sidecar logs.")]
    public DaprLogLevel LogLevel { get; init; } = DaprLogLevel.Info;
}
