using Fleet.Core.Manifests;
using Fleet.Core.Peaks;
using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using k8s;
using k8s.Models;

namespace Fleet.Core.Planning;

/// <summary>Everything that is seen of a pool at one instant.</summary>
public sealed record PoolObservation
{
    /// <summary>With its defaults filled in; its status is the one shown until now.</summary>
    public required AgentPool Pool { get; init; }

    public V1Deployment? Deployment { get; init; }

    public IReadOnlyList<SeenPod> Pods { get; init; } = [];

    /// <summary>Null when nobody tells; then <see cref="UnknownBecause"/> says why.</summary>
    public DemandReading? Demand { get; init; }

    public string? UnknownBecause { get; init; }

    /// <summary>Time from asking for a pod to Ready, p95.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    public ScalingMemory Memory { get; init; } = ScalingMemory.Empty;

    /// <summary>Peaks of the namespace.</summary>
    public IReadOnlyList<SalesPeak> Peaks { get; init; } = [];

    /// <summary>Served kinds and peers; replicas are the planner's.</summary>
    public PoolContext Context { get; init; } = new();

    /// <summary>Objects beside the Deployment that bear a name of ours or our owner reference.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; init; } = [];

    /// <summary>Others that scale our Deployment, as <c>HorizontalPodAutoscaler/orders</c>.</summary>
    public IReadOnlyList<string> ForeignScalers { get; init; } = [];

    public bool Paused { get; init; }
}
