using Fleet.Contracts.Agents;
using Fleet.Core.Pools;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>Names, labels and owner of what a pool owns. Everything is named after the pool, which is its Dapr app-id too.</summary>
public static class PoolNames
{
    public const string Container = "agent";
    public const string PortName = "http";
    public const string ConfigHash = Labels.Group + "/config-hash";
    public const string TemplateHash = Labels.Group + "/template-hash";

    /// <summary>What the Deployment and the Service select by; never changes.</summary>
    public static Dictionary<string, string> Selector(AgentPool pool) => new() { [Labels.Pool] = pool.Metadata.Name };

    public static Dictionary<string, string> LabelsOf(AgentPool pool) => new()
    {
        [Labels.Pool] = pool.Metadata.Name,
        [Labels.Role] = $"{pool.Spec.Role}",
        ["app.kubernetes.io/name"] = "fleet-agent",
        ["app.kubernetes.io/instance"] = pool.Metadata.Name,
        ["app.kubernetes.io/component"] = $"{pool.Spec.Role}".ToLowerInvariant(),
        ["app.kubernetes.io/part-of"] = "fleet",
        ["app.kubernetes.io/managed-by"] = Labels.FieldManager,
    };

    public static V1ObjectMeta Metadata(AgentPool pool, string? suffix = null) => new()
    {
        Name = suffix is null ? pool.Metadata.Name : $"{pool.Metadata.Name}-{suffix}",
        NamespaceProperty = pool.Metadata.NamespaceProperty,
        Labels = LabelsOf(pool),
        OwnerReferences = pool.Metadata.Uid is null ? null : [Owner(pool)],
    };

    public static V1OwnerReference Owner(AgentPool pool) => new()
    {
        ApiVersion = pool.ApiVersion, Kind = pool.Kind, Name = pool.Metadata.Name, Uid = pool.Metadata.Uid, Controller = true, BlockOwnerDeletion = true,
    };

    /// <summary>Whether the object says that this very pool controls it.</summary>
    public static bool Owns(AgentPool pool, V1ObjectMeta metadata) =>
        metadata.OwnerReferences?.Any(owner => owner.Controller == true && owner.Uid == pool.Metadata.Uid && owner.Kind == pool.Kind) == true;
}
