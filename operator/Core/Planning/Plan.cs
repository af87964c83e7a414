using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using k8s;
using k8s.Models;

namespace Fleet.Core.Planning;

/// <summary>What is to be done, in this order: pods marked, drains started, objects applied, objects and pods deleted, status shown.</summary>
public sealed record Plan
{
    public IReadOnlyList<PodMarks> Patch { get; init; } = [];

    /// <summary>Pods to be asked to finish.</summary>
    public IReadOnlyList<string> DrainStart { get; init; } = [];

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Apply { get; init; } = [];

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Delete { get; init; } = [];

    /// <summary>Pods without the sidecar that they should have; their controller makes new ones.</summary>
    public IReadOnlyList<string> DeletePods { get; init; } = [];

    public required AgentPoolStatus Status { get; init; }

    public IReadOnlyList<PlanEvent> Events { get; init; } = [];

    public required ScalingDecision Decision { get; init; }

    public required ScalingMemory Memory { get; init; }

    public required DateTimeOffset NextLook { get; init; }
}

/// <summary>Annotations to set on a pod.</summary>
public sealed record PodMarks(string Pod, IReadOnlyDictionary<string, string?> Annotations);

/// <summary>Something worth telling a person.</summary>
/// <param name="Reason">Stable code.</param>
public sealed record PlanEvent(bool Warning, string Reason, string Message);
