using k8s;
using k8s.Models;

namespace Fleet.Runtime.Cluster;

/// <summary>
/// A Kubernetes API, real (<c>KubeCluster</c>) or in memory (<c>MemoryCluster</c>). Every call may throw <see cref="ClusterException"/>.
/// Objects that come back belong to the caller. The calls without a <see cref="Resource"/> are in <see cref="ClusterExtensions"/>.
/// </summary>
public interface ICluster
{
    /// <summary>What serves this kind, or null while the cluster does not serve it. Answers may be up to half a minute old.</summary>
    Task<Resource?> ResolveAsync(string apiVersion, string kind, CancellationToken cancellationToken);

    /// <summary>The object, or null when it is not there. The namespace is ignored for kinds of the whole cluster.</summary>
    Task<T?> GetAsync<T>(Resource resource, string? @namespace, string name, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>All objects of the query, gathered page by page, without managed fields.</summary>
    Task<Listing<T>> ListAsync<T>(Resource resource, Query query, CancellationToken cancellationToken) where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>
    /// Changes after the given version. Ends quietly when the server ends it; throws <see cref="ClusterError.Expired"/> when the version is too
    /// old. Without a version it begins with an Added for everything that is there.
    /// </summary>
    IAsyncEnumerable<Change<T>> WatchAsync<T>(Resource resource, Query query, string? resourceVersion, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Creates the object; <see cref="ClusterError.AlreadyExists"/> when there is one.</summary>
    Task<T> CreateAsync<T>(Resource resource, T entity, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Replaces the object if its resource version is still the one it carries, else <see cref="ClusterError.Conflict"/>.</summary>
    Task<T> ReplaceAsync<T>(Resource resource, T entity, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>
    /// Server-side apply: the fields named are set, fields this manager named before and no longer does are removed, all others stay.
    /// Status is not touched. Without force a field that another manager owns with another value is a <see cref="ClusterError.Conflict"/>.
    /// </summary>
    Task<T> ApplyAsync<T>(Resource resource, T desired, string fieldManager, bool force, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Server-side apply of the status alone; of the rest only name, namespace and kind are read. NotFound when the object is gone.</summary>
    Task<T> ApplyStatusAsync<T>(Resource resource, T desired, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Sets <c>spec.replicas</c> through the scale subresource. Returns the resource version after it.</summary>
    Task<string> ScaleAsync(Resource resource, string? @namespace, string name, int replicas, string fieldManager, CancellationToken cancellationToken);

    /// <summary>Changes labels, annotations and finalizers without the rest of the object.</summary>
    Task<T> PatchMetadataAsync<T>(
        Resource resource, string? @namespace, string name, MetadataPatch patch, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Deletes the object. False when it is not there already.</summary>
    Task<bool> DeleteAsync(Resource resource, string? @namespace, string name, Deletion deletion, CancellationToken cancellationToken);
}
