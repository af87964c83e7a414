using Fleet.Contracts.Agents;
using Fleet.Runtime.Cluster;

namespace Fleet.Operator.Pools;

/// <summary>How the API server calls AgentPools.</summary>
internal static class PoolResource
{
    public static Resource Pools { get; } = new(Labels.Group, Labels.Version, "AgentPool", "agentpools");
}
