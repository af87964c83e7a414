using k8s;
using k8s.Models;

namespace Fleet.Runtime.Cluster;

/// <summary>Namespace and name of an object; the namespace is empty for kinds of the whole cluster.</summary>
public readonly record struct ObjectKey(string Namespace, string Name)
{
    /// <summary>The key of an object.</summary>
    public static ObjectKey Of(IKubernetesObject<V1ObjectMeta> entity) => new(entity.Metadata.NamespaceProperty ?? "", entity.Metadata.Name);

    /// <summary><c>namespace/name</c>, or the name alone.</summary>
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}
