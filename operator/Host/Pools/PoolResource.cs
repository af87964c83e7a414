using Fleet.Core.Peaks;
using Fleet.Core.Pools;
using Fleet.Runtime.Cluster;

namespace Fleet.Operator.Pools;

/// <summary>How the API server calls our kinds.</summary>
internal static class PoolResource
{
    public static Resource Pools { get; } = Resource.Of<AgentPool>();

    public static Resource Peaks { get; } = Resource.Of<SalesPeak>();
}
