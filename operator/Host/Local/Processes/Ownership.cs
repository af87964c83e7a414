using k8s;
using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>Who owns what.</summary>
internal static class Ownership
{
    /// <summary>Whether the owner reference names this very object.</summary>
    public static bool IsOwnedBy(this IKubernetesObject<V1ObjectMeta> entity, IKubernetesObject<V1ObjectMeta> owner) =>
        entity.Metadata.OwnerReferences?.Any(reference => reference.Uid == owner.Metadata.Uid) == true;
}
