using Fleet.Contracts.Agents;

namespace Fleet.Core.Manifests;

/// <summary>What a pool's objects depend on beside the pool.</summary>
public sealed record PoolContext
{
    public static PoolContext Everything { get; } = new() { Dapr = true, PodMonitor = true, PrometheusRule = true };

    /// <summary>The cluster serves Dapr's kinds.</summary>
    public bool Dapr { get; init; }

    public bool PodMonitor { get; init; }

    public bool PrometheusRule { get; init; }

    /// <summary>Replicas to write.</summary>
    public int Replicas { get; init; } = 2;

    /// <summary>The rollout stands still until it is judged.</summary>
    public bool Paused { get; init; }

    public string ImagePullPolicy { get; init; } = "IfNotPresent";

    /// <summary>The pools of the namespace; a router is told where the specialists are.</summary>
    public IReadOnlyList<Peer> Peers { get; init; } = [];
}

/// <summary>Another pool of the namespace.</summary>
public sealed record Peer(string Name, AgentRole Role, int Port);
