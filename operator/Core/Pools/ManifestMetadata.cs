using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>The metadata that a manifest may carry, for the check of unknown fields; what the server sets is let through.</summary>
internal sealed record ManifestMetadata
{
    [JsonPropertyName("name"), Required]
    public string? Name { get; init; }

    [JsonPropertyName("namespace")]
    public string? Namespace { get; init; }

    [JsonPropertyName("labels")]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    [JsonPropertyName("annotations")]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    [JsonPropertyName("uid")]
    public string? Uid { get; init; }

    [JsonPropertyName("resourceVersion")]
    public string? ResourceVersion { get; init; }

    [JsonPropertyName("creationTimestamp")]
    public string? CreationTimestamp { get; init; }

    [JsonPropertyName("generation")]
    public long? Generation { get; init; }

    [JsonPropertyName("finalizers")]
    public IReadOnlyList<string>? Finalizers { get; init; }
}
