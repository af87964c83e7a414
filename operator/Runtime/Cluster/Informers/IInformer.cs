using k8s;
using k8s.Models;

namespace Fleet.Runtime.Cluster.Informers;

/// <summary>A change in the cache, with the object before and after it. A resync repeats what is there, with both the same.</summary>
/// <param name="Type">Added, Modified or Deleted.</param>
/// <param name="Entity">The object now; for Deleted the last that was seen.</param>
/// <param name="Before">The object before; null for Added.</param>
/// <param name="Initial">True for what the first list found and for a resync: not fresh news.</param>
public sealed record CacheChange<T>(ChangeType Type, T Entity, T? Before, bool Initial) where T : class;

/// <summary>
/// A cache of all objects of a query, kept by list and watch. Objects are shared and must not be changed: clone first.
/// While the kind is not served, or the server is away, the cache keeps what it had.
/// </summary>
public interface IInformer<T> where T : class, IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The resource followed; null while an optional kind is not served.</summary>
    Resource? Resource { get; }

    /// <summary>True once the first list is in the cache; true with an empty cache for an optional kind that is not served.</summary>
    bool HasSynced { get; }

    /// <summary>Completes when <see cref="HasSynced"/> turns true.</summary>
    Task WaitForSyncAsync(CancellationToken cancellationToken);

    /// <summary>The object, or null.</summary>
    T? Get(ObjectKey key);

    /// <summary>All objects, or those of one namespace.</summary>
    IReadOnlyList<T> List(string? @namespace = null);

    /// <summary>Objects that the named index files under the value; <see cref="AddIndex"/> first.</summary>
    IReadOnlyList<T> ByIndex(string index, string value);

    /// <summary>Adds an index; a second one of the same name is ignored.</summary>
    void AddIndex(string name, Func<T, IEnumerable<string>> values);

    /// <summary>Calls back for every change, in order, after the cache holds it; at once with Initial for what is there. Dispose to stop.</summary>
    IDisposable Subscribe(Action<CacheChange<T>> handler);

    /// <summary>True when the cache has seen the write that returned this resource version, or anything after it.</summary>
    bool HasSeen(ObjectKey key, string resourceVersion);
}
