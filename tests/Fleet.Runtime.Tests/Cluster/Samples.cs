using k8s.Models;

namespace Fleet.Runtime.Tests.Cluster;

/// <summary>Small valid objects, as a real API server takes them.</summary>
internal static class Samples
{
    public static V1ConfigMap ConfigMap(string @namespace, string name, params (string Key, string Value)[] data) => new()
    {
        ApiVersion = "v1",
        Kind = "ConfigMap",
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = @namespace },
        Data = data.ToDictionary(entry => entry.Key, entry => entry.Value),
    };

    public static V1Deployment Deployment(string @namespace, string name, int? replicas, params string[] containers) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "Deployment",
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = @namespace },
        Spec = new V1DeploymentSpec
        {
            Replicas = replicas,
            Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = name } },
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = name } },
                Spec = new V1PodSpec { Containers = [.. containers.Select(container => new V1Container { Name = container, Image = "registry.invalid/x:1" })] },
            },
        },
    };

    public static T Labelled<T>(this T entity, string key, string value) where T : k8s.IKubernetesObject<V1ObjectMeta>
    {
        entity.Metadata.Labels ??= new Dictionary<string, string>();
        entity.Metadata.Labels[key] = value;
        return entity;
    }

    public static T OwnedBy<T>(this T entity, k8s.IKubernetesObject<V1ObjectMeta> owner, string apiVersion, string kind) where T : k8s.IKubernetesObject<V1ObjectMeta>
    {
        entity.Metadata.OwnerReferences =
            [new V1OwnerReference { ApiVersion = apiVersion, Kind = kind, Name = owner.Metadata.Name, Uid = owner.Metadata.Uid, Controller = true, BlockOwnerDeletion = true }];
        return entity;
    }
}
