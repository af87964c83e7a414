using System.Text.Json.Serialization;
using Fleet.Contracts.Agents;
using Fleet.Core.Schemas;
using k8s;
using k8s.Models;

namespace Fleet.Core.Pools;

/// <summary>Agents of one role: what they run, how many there are, and what they share.</summary>
[KubernetesEntity(Group = Labels.Group, ApiVersion = Labels.Version, Kind = KubeKind, PluralName = "agentpools")]
[KubernetesEntityShortNames("apool")]
[ScaleSubresource(".spec.replicas", ".status.replicas", ".status.selector")]
[GenericAdditionalPrinterColumn(".spec.role", "Role", "string", "What the agents do")]
[GenericAdditionalPrinterColumn(".status.readyReplicas", "Ready", "integer", "Pods that take work")]
[GenericAdditionalPrinterColumn(".status.desiredReplicas", "Desired", "integer", "Pods the autoscaler asks for")]
[GenericAdditionalPrinterColumn(".status.load", "Load", "string", "Work in hand of what the ready pods hold")]
[GenericAdditionalPrinterColumn(".status.peak", "Peak", "string", "The sales peak in force")]
[GenericAdditionalPrinterColumn(".status.decision.winner", "Winner", "string", "What decided the size", 1)]
[GenericAdditionalPrinterColumn(".status.conditions[?(@.type==\"Ready\")].reason", "Reason", "string", "Why it is or is not ready")]
[GenericAdditionalPrinterColumn(".status.decision.reason", "Decision", "string", "The size in words", 1)]
[GenericAdditionalPrinterColumn(".metadata.creationTimestamp", "Age", "date", "Since when it exists")]
public sealed class AgentPool : IKubernetesObject<V1ObjectMeta>, ISpec<AgentPoolSpec>, IStatus<AgentPoolStatus?>
{
    public const string KubeKind = "AgentPool";

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = $"{Labels.Group}/{Labels.Version}";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = KubeKind;

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    [JsonPropertyName("spec")]
    public AgentPoolSpec Spec { get; set; } = new();

    [JsonPropertyName("status")]
    public AgentPoolStatus? Status { get; set; }
}
