using Fleet.Core.Pools;
using k8s;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>Everything a pool owns.</summary>
public static class PoolManifests
{
    /// <summary>In the order in which it is applied: what pods need comes before the Deployment.</summary>
    /// <param name="pool">With its defaults filled in.</param>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Build(AgentPool pool, PoolContext context)
    {
        List<IKubernetesObject<V1ObjectMeta>> all =
        [
            new V1ServiceAccount { ApiVersion = "v1", Kind = "ServiceAccount", Metadata = PoolNames.Metadata(pool), AutomountServiceAccountToken = false },
            PoolConfiguration.Map(pool, context),
        ];
        if (PoolConfiguration.UsesDapr(pool, context)) all.AddRange(DaprObjects.Of(pool, context));
        all.Add(PoolNetwork.Service(pool));
        all.Add(PoolNetwork.Policy(pool, context));
        all.Add(PoolDeployment.Of(pool, context));
        all.Add(PoolNetwork.Budget(pool));
        if (context.PodMonitor) all.Add(PoolMonitoring.PodMonitor(pool, context));
        if (context.PrometheusRule) all.Add(PoolMonitoring.PrometheusRule(pool));
        return all;
    }

    /// <summary>The Deployment alone.</summary>
    public static V1Deployment Deployment(AgentPool pool, PoolContext context) => PoolDeployment.Of(pool, context);

    /// <summary>What an object is called wherever two lists are compared.</summary>
    public static (string ApiGroup, string Kind, string Name) Key(IKubernetesObject<V1ObjectMeta> one) =>
        (one.ApiVersion.Split('/')[0], one.Kind, one.Metadata.Name);
}
