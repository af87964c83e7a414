using k8s;
using k8s.Models;

namespace Fleet.Runtime.Cluster;

/// <summary>The calls of <see cref="ICluster"/> with the resource taken from the class or, for objects of any kind, from the object itself.</summary>
public static class ClusterExtensions
{
    /// <inheritdoc cref="ICluster.GetAsync{T}"/>
    public static Task<T?> GetAsync<T>(this ICluster cluster, string? @namespace, string name, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> => cluster.GetAsync<T>(Resource.Of<T>(), @namespace, name, cancellationToken);

    /// <summary>All objects of a class in one namespace, or in all when it is null.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this ICluster cluster, string? @namespace, string? labelSelector, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        (await cluster.ListAsync<T>(Resource.Of<T>(), new Query(@namespace, labelSelector), cancellationToken)).Items;

    /// <summary>Everything there is, as Added, then every change, until cancelled or the server ends it. For endless following take an informer.</summary>
    public static IAsyncEnumerable<Change<T>> WatchAsync<T>(
        this ICluster cluster, string? @namespace, string? labelSelector, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        cluster.WatchAsync<T>(Resource.Of<T>(), new Query(@namespace, labelSelector), null, cancellationToken);

    /// <inheritdoc cref="ICluster.CreateAsync{T}"/>
    public static async Task<T> CreateAsync<T>(this ICluster cluster, T entity, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        await cluster.CreateAsync(await cluster.ResourceOfAsync(entity, cancellationToken), entity, fieldManager, cancellationToken);

    /// <inheritdoc cref="ICluster.ReplaceAsync{T}"/>
    public static async Task<T> ReplaceAsync<T>(this ICluster cluster, T entity, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        await cluster.ReplaceAsync(await cluster.ResourceOfAsync(entity, cancellationToken), entity, fieldManager, cancellationToken);

    /// <inheritdoc cref="ICluster.ApplyAsync{T}"/>
    public static async Task<T> ApplyAsync<T>(
        this ICluster cluster, T desired, string fieldManager, bool force, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        await cluster.ApplyAsync(await cluster.ResourceOfAsync(desired, cancellationToken), desired, fieldManager, force, cancellationToken);

    /// <inheritdoc cref="ICluster.ApplyStatusAsync{T}"/>
    public static async Task<T> ApplyStatusAsync<T>(this ICluster cluster, T desired, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        await cluster.ApplyStatusAsync(await cluster.ResourceOfAsync(desired, cancellationToken), desired, fieldManager, cancellationToken);

    /// <inheritdoc cref="ICluster.ScaleAsync"/>
    public static Task<string> ScaleAsync<T>(
        this ICluster cluster, string? @namespace, string name, int replicas, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        cluster.ScaleAsync(Resource.Of<T>(), @namespace, name, replicas, fieldManager, cancellationToken);

    /// <inheritdoc cref="ICluster.PatchMetadataAsync{T}"/>
    public static Task<T> PatchMetadataAsync<T>(
        this ICluster cluster, string? @namespace, string name, MetadataPatch patch, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        cluster.PatchMetadataAsync<T>(Resource.Of<T>(), @namespace, name, patch, fieldManager, cancellationToken);

    /// <inheritdoc cref="ICluster.DeleteAsync"/>
    public static Task<bool> DeleteAsync<T>(
        this ICluster cluster, string? @namespace, string name, CancellationToken cancellationToken, Deletion? deletion = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        cluster.DeleteAsync(Resource.Of<T>(), @namespace, name, deletion ?? new Deletion(), cancellationToken);

    /// <summary>Deletes this very object: one of the same name made since is left alone and is a Conflict.</summary>
    public static async Task<bool> DeleteAsync(
        this ICluster cluster, IKubernetesObject<V1ObjectMeta> entity, CancellationToken cancellationToken, Propagation propagation = Propagation.Background) =>
        await cluster.DeleteAsync(
            await cluster.ResourceOfAsync(entity, cancellationToken), entity.Metadata.NamespaceProperty, entity.Metadata.Name,
            new Deletion(propagation, entity.Metadata.Uid), cancellationToken);

    /// <summary>What serves this object: by its class when that has a resource, else by its <c>apiVersion</c> and <c>kind</c>.</summary>
    /// <exception cref="ClusterException">NotFound: the cluster does not serve the kind.</exception>
    public static async Task<Resource> ResourceOfAsync(
        this ICluster cluster, IKubernetesObject<V1ObjectMeta> entity, CancellationToken cancellationToken) =>
        Resource.Of(entity.GetType())
        ?? await cluster.ResolveAsync(entity.ApiVersion, entity.Kind, cancellationToken)
        ?? throw new ClusterException(ClusterError.NotFound, $"the cluster serves no {entity.Kind} in {entity.ApiVersion}");
}
