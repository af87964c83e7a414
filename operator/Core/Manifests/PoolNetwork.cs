using Fleet.Contracts.Agents;
using Fleet.Core.Pools;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>How a pool is reached: its Service, and who may.</summary>
internal static class PoolNetwork
{
    public static V1Service Service(AgentPool pool) => new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = PoolNames.Metadata(pool),
        Spec = new()
        {
            Type = "ClusterIP",
            Selector = PoolNames.Selector(pool),
            Ports = [new() { Name = PoolNames.PortName, Port = pool.Spec.Dapr.AppPort, TargetPort = PoolNames.PortName, Protocol = "TCP" }],
        },
    };

    /// <summary>Everybody may talk to a router; to a specialist only Fleet itself. Sidecars reach each other, and metrics are open to scrapers.</summary>
    public static V1NetworkPolicy Policy(AgentPool pool, PoolContext context)
    {
        List<V1NetworkPolicyIngressRule> rules =
        [
            new() { FromProperty = pool.Spec.Role == AgentRole.Router ? null : Ourselves, Ports = [Port(pool.Spec.Dapr.AppPort)] },
        ];
        if (PoolConfiguration.UsesDapr(pool, context))
            // Internal gRPC carries Dapr's own mTLS; 9090 is the sidecar's metrics.
            rules.Add(new() { Ports = [Port(50002), Port(9090)] });
        return new()
        {
            ApiVersion = "networking.k8s.io/v1",
            Kind = "NetworkPolicy",
            Metadata = PoolNames.Metadata(pool),
            Spec = new() { PodSelector = new() { MatchLabels = PoolNames.Selector(pool) }, PolicyTypes = ["Ingress"], Ingress = rules },
        };
    }

    public static V1PodDisruptionBudget Budget(AgentPool pool) => new()
    {
        ApiVersion = "policy/v1",
        Kind = "PodDisruptionBudget",
        Metadata = PoolNames.Metadata(pool),
        Spec = new()
        {
            // Rounded up by Kubernetes: always at least one may go, or no node could ever be drained.
            MaxUnavailable = "10%",
            Selector = new() { MatchLabels = PoolNames.Selector(pool) },
            UnhealthyPodEvictionPolicy = "AlwaysAllow",
        },
    };

    // The pools of the namespace, and the operator and the scrapers wherever they are.
    private static List<V1NetworkPolicyPeer> Ourselves =>
    [
        new() { PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["app.kubernetes.io/part-of"] = "fleet" } } },
        new() { NamespaceSelector = new(), PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = "fleet-operator" } } },
        new() { NamespaceSelector = new(), PodSelector = new() { MatchLabels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = "prometheus" } } },
    ];

    private static V1NetworkPolicyPort Port(int port) => new() { Port = port, Protocol = "TCP" };
}
