using Fleet.Contracts.Agents;
using Fleet.Operator.Local.Processes;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>Keeps the proxy's destinations equal to the ready router agents.</summary>
internal sealed class RouterDestinations(IReadyAgents agents, InMemoryConfigProvider configuration)
{
    /// <summary>Name of the one cluster of the proxy.</summary>
    public const string Cluster = "routers";

    private readonly Lock _gate = new();
    private string _last = "-";

    public static InMemoryConfigProvider Empty() => new(Routes, [ClusterOf([])]);

    /// <summary>Follows the processes from now on.</summary>
    public void Follow()
    {
        agents.Changed += Update;
        Update();
    }

    private void Update()
    {
        lock (_gate)
        {
            var ready = agents.Ready(AgentRole.Router);
            var text = string.Join(' ', ready.Select(one => one.Address));
            if (text == _last)
                return;
            _last = text;
            configuration.Update(Routes, [ClusterOf(ready)]);
        }
    }

    private static readonly RouteConfig[] Routes =
    [
        new() { RouteId = "all", ClusterId = Cluster, Match = new() { Path = "{**rest}" }, Order = 1000 },
    ];

    private static ClusterConfig ClusterOf(IReadOnlyList<ReadyAgent> ready) => new()
    {
        ClusterId = Cluster,
        LoadBalancingPolicy = "LeastRequests",
        Destinations = ready.ToDictionary(one => one.Name, one => new DestinationConfig { Address = one.Address.ToString() }),
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(100) },
        HealthCheck = new()
        {
            // A destination that just refused is left alone for a moment, long before its process is probed again.
            Passive = new() { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(2) },
            Active = new() { Enabled = true, Interval = TimeSpan.FromSeconds(2), Timeout = TimeSpan.FromSeconds(1), Policy = "ConsecutiveFailures", Path = AgentEndpoints.Ready },
        },
    };
}
