using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Fleet.Contracts.Agents;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>What the owner of a pool says. A field that has a value here has it as its default.</summary>
public sealed record AgentPoolSpec
{
    [JsonPropertyName("role"), Required, Description("What the agents of this pool do. It cannot be changed; make another pool instead.")]
    [JsonConverter(typeof(JsonStringEnumConverter<AgentRole>))]
    public AgentRole? Role { get; init; }

    [JsonPropertyName("image"), Description("Image of the agent; the operator's own choice if left out.")]
    [Pattern(@"^[a-zA-Z0-9][a-zA-Z0-9._/:@-]*$", "ghcr.io/agentfleet/agent:1.0.0")]
    public string? Image { get; init; }

    [JsonPropertyName("replicas"), RangeMinimum(0), RangeMaximum(10_000)]
    [Description("Replicas that kubectl scale, an HPA or KEDA asked for; used in the modes External and Off.")]
    public int? Replicas { get; init; }

    [JsonPropertyName("scaling"), Description("How many replicas there are.")]
    public ScalingSpec Scaling { get; init; } = new();

    [JsonPropertyName("sessions"), Description("Where the conversations are kept.")]
    public SessionsSpec Sessions { get; init; } = new();

    [JsonPropertyName("model"), Description("A language model behind the local understanding; left out, the agents do without one.")]
    public ModelSpec? Model { get; init; }

    [JsonPropertyName("dapr"), Description("The Dapr sidecar of every pod.")]
    public DaprSpec Dapr { get; init; } = new();

    [JsonPropertyName("availability"), Description("What the pool promises, and how its pods are spread.")]
    public AvailabilitySpec Availability { get; init; } = new();

    [JsonPropertyName("rollout"), Description("How a new version comes in. There are never fewer pods than desired.")]
    public RolloutSpec Rollout { get; init; } = new();

    [JsonPropertyName("podTemplate"), PreserveUnknownFields]
    [Description("Strategic-merge patch over the pod template that the operator builds. Labels we select by and the container's name stay.")]
    public JsonObject? PodTemplate { get; init; }
}
