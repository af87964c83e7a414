using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>An object of a kind that the client has no model of: Dapr's, the Prometheus operator's.</summary>
public sealed class CustomObject : IKubernetesObject<V1ObjectMeta>
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = "";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = "";

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    /// <summary>The other fields: <c>spec</c>, <c>scopes</c>.</summary>
    [JsonExtensionData]
    public JsonObject Fields { get; set; } = [];
}
