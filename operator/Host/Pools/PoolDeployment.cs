using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Runtime.Cluster;
using k8s.Models;

namespace Fleet.Operator.Pools;

/// <summary>The Deployment of a pool as far as local mode reads it.</summary>
internal static class PoolDeployment
{
    public static V1Deployment Of(DynamicObject pool, PoolSpec spec, int replicas)
    {
        var name = pool.Metadata.Name;
        var labels = new Dictionary<string, string>
        {
            [Labels.Pool] = name, [Labels.Role] = spec.Role.ToString(),
            ["app.kubernetes.io/name"] = "fleet-agent", ["app.kubernetes.io/instance"] = name, ["app.kubernetes.io/managed-by"] = "fleet",
        };
        List<V1EnvVar> environment = [new() { Name = AgentEnvironment.DrainTimeout, Value = spec.DrainTimeout.ToString("c") }];
        if (spec.SessionIdle is { } idle)
            environment.Add(new() { Name = AgentEnvironment.SessionIdle, Value = idle.ToString("c") });
        return new V1Deployment
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Metadata = new()
            {
                Name = name, NamespaceProperty = pool.Metadata.NamespaceProperty, Labels = labels,
                OwnerReferences = [new() { ApiVersion = pool.ApiVersion, Kind = pool.Kind, Name = name, Uid = pool.Metadata.Uid, Controller = true, BlockOwnerDeletion = true }],
            },
            Spec = new()
            {
                Replicas = replicas,
                Selector = new() { MatchLabels = new Dictionary<string, string> { [Labels.Pool] = name } },
                Template = new()
                {
                    Metadata = new() { Labels = labels },
                    Spec = new() { TerminationGracePeriodSeconds = 20, Containers = [new() { Name = "agent", Image = "agent", Env = environment }] },
                },
            },
        };
    }

    public static JsonObject SpecOf(DynamicObject pool) => JsonNode.Parse(pool.Fields["spec"].GetRawText())!.AsObject();
}
