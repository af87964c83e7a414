using System.Collections.Concurrent;
using System.Reflection;
using k8s;
using k8s.Models;

namespace Fleet.Runtime.Cluster;

/// <summary>What the API server calls a resource: group, version, kind, plural, and whether its objects live in a namespace.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">Version inside the group, as <c>v1</c>.</param>
/// <param name="Kind">Kind, as <c>Deployment</c>.</param>
/// <param name="Plural">Plural in the URL, as <c>deployments</c>.</param>
/// <param name="Namespaced">False for kinds of the whole cluster, as Node.</param>
public sealed record Resource(string Group, string Version, string Kind, string Plural, bool Namespaced = true)
{
    // The client's models do not say which of the built-in kinds stand outside namespaces.
    private static readonly HashSet<string> ClusterWide = new(StringComparer.Ordinal)
    {
        "Namespace", "Node", "PersistentVolume", "CustomResourceDefinition", "ClusterRole", "ClusterRoleBinding", "StorageClass", "PriorityClass",
        "RuntimeClass", "IngressClass", "APIService", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "GatewayClass",
        "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "CertificateSigningRequest", "VolumeAttachment", "CSIDriver", "CSINode",
        "FlowSchema", "PriorityLevelConfiguration",
    };

    private static readonly ConcurrentDictionary<Type, Resource?> Known = new();

    /// <summary><c>apps/v1</c>, or <c>v1</c> for the core group.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The resource of a model class by its <see cref="KubernetesEntityAttribute"/>.</summary>
    /// <exception cref="InvalidOperationException">The class carries no such attribute.</exception>
    public static Resource Of<T>() where T : IKubernetesObject<V1ObjectMeta> =>
        Of(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no [KubernetesEntity]; name its Resource in the call.");

    /// <summary>The resource of a model class, or null when the class carries no <see cref="KubernetesEntityAttribute"/>.</summary>
    public static Resource? Of(Type type) => Known.GetOrAdd(type, static type =>
        type.GetCustomAttribute<KubernetesEntityAttribute>() is { } entity
            ? new Resource(entity.Group ?? "", entity.ApiVersion, entity.Kind, entity.PluralName, !ClusterWide.Contains(entity.Kind))
            : null);

    /// <summary>A guess from the name alone, for a cluster that cannot be asked.</summary>
    public static Resource Guess(string apiVersion, string kind)
    {
        var (group, version) = Split(apiVersion);
        return new Resource(group, version, kind, Pluralize(kind.ToLowerInvariant()), !ClusterWide.Contains(kind));
    }

    /// <summary>Splits <c>apps/v1</c> into group and version; the core group is empty.</summary>
    public static (string Group, string Version) Split(string apiVersion) =>
        apiVersion.Split('/') is [var group, var version] ? (group, version) : ("", apiVersion);

    /// <inheritdoc/>
    public override string ToString() => $"{Plural}.{ApiVersion}";

    private static string Pluralize(string word) => word switch
    {
        _ when word.EndsWith("cy", StringComparison.Ordinal) || word.EndsWith("ry", StringComparison.Ordinal) || word.EndsWith("ty", StringComparison.Ordinal)
            => string.Concat(word.AsSpan(0, word.Length - 1), "ies"),
        _ when word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) => word + "es",
        _ => word + "s",
    };
}
