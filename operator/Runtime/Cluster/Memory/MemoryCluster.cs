using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>
/// A Kubernetes API in memory, for local mode and tests. It behaves as a server does towards a controller: resource versions, generations,
/// server-side apply with field ownership, status apart from the rest, finalizers, garbage collection by owner, watches that resume or expire.
/// It runs no schemas, no defaulting and none of Kubernetes' own controllers.
/// </summary>
/// <param name="clock">Gives the creation and deletion times.</param>
/// <param name="journal">How many changes a watch may lag behind before it is Expired.</param>
public sealed class MemoryCluster(TimeProvider? clock = null, int journal = 20_000) : ICluster
{
    private static readonly Dictionary<(string, string), Resource> BuiltIn = typeof(V1Pod).Assembly.GetExportedTypes()
        .Select(Resource.Of).OfType<Resource>().GroupBy(one => (one.ApiVersion, one.Kind)).ToDictionary(group => group.Key, group => group.First());

    private readonly MemoryStore _store = new(clock ?? TimeProvider.System, journal);
    private readonly ConcurrentDictionary<(string ApiVersion, string Kind), Resource> _served = new();
    private readonly ConcurrentDictionary<(string ApiVersion, string Kind), bool> _withdrawn = new();

    /// <summary>Serves kinds as a CRD would. Kinds of the client's models, and model classes on first use, are served anyway.</summary>
    public void Serve(params IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            _served[(resource.ApiVersion, resource.Kind)] = resource;
            _withdrawn.TryRemove((resource.ApiVersion, resource.Kind), out _);
        }
    }

    /// <summary>Serves a kind no longer: calls for it are NotFound.</summary>
    public void Withdraw(Resource resource) => _withdrawn[(resource.ApiVersion, resource.Kind)] = true;

    /// <summary>Forgets the past: watches that resume from before now are Expired.</summary>
    public void Compact()
    {
        lock (_store.Gate)
            _store.Journal.Compact(_store.Version);
    }

    /// <summary>Ends every open watch, as a cut connection does.</summary>
    public void CutWatches()
    {
        lock (_store.Gate)
            _store.Journal.Cut();
    }

    /// <inheritdoc/>
    public Task<Resource?> ResolveAsync(string apiVersion, string kind, CancellationToken cancellationToken) => Task.FromResult(
        _withdrawn.ContainsKey((apiVersion, kind)) ? null : _served.GetValueOrDefault((apiVersion, kind)) ?? BuiltIn.GetValueOrDefault((apiVersion, kind)));

    /// <inheritdoc/>
    public Task<T?> GetAsync<T>(Resource resource, string? @namespace, string name, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        Stored? found;
        lock (_store.Gate)
            found = _store.Find(Served(resource), Key(resource, @namespace, name));
        return Task.FromResult(found is null ? null : ClusterJson.Read<T>(found.Json));
    }

    /// <inheritdoc/>
    public Task<Listing<T>> ListAsync<T>(Resource resource, Query query, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var view = new View(Served(resource), query);
        List<Stored> found;
        long version;
        lock (_store.Gate)
        {
            found = [.. _store.Of(resource).Where(view.Shows)];
            version = _store.Version;
        }
        return Task.FromResult(new Listing<T>([.. found.Select(one => ClusterJson.Read<T>(one.Json))], Text(version)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Change<T>> WatchAsync<T>(
        Resource resource, Query query, string? resourceVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var view = new View(Served(resource), query);
        IReadOnlyList<Stored> there = [];
        System.Threading.Channels.Channel<Happening> channel;
        lock (_store.Gate)
        {
            if (string.IsNullOrEmpty(resourceVersion))
                there = [.. _store.Of(resource).Where(view.Shows)];
            channel = _store.Journal.Open(string.IsNullOrEmpty(resourceVersion) ? _store.Version : Number(resourceVersion));
        }
        try
        {
            foreach (var stored in there)
                yield return new Change<T>(ChangeType.Added, ClusterJson.Read<T>(stored.Json), Text(stored.Version));
            await foreach (var happening in channel.Reader.ReadAllAsync(cancellationToken))
            {
                if (view.See(happening) is { } type)
                    yield return new Change<T>(type, ClusterJson.Read<T>(happening.Now.Json), Text(happening.Version));
            }
        }
        finally
        {
            lock (_store.Gate)
                _store.Journal.Close(channel);
        }
    }

    /// <inheritdoc/>
    public Task<T> CreateAsync<T>(Resource resource, T entity, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var json = ClusterJson.Write(Served(resource), entity);
        var metadata = json["metadata"]!.AsObject();
        if (metadata["name"] is null && metadata["generateName"] is { } prefix)
            metadata["name"] = prefix + Guid.NewGuid().ToString("N")[..5];
        json.Remove("status");
        metadata.Remove("resourceVersion");
        Admission.Check(resource, json);
        lock (_store.Gate)
        {
            if (_store.Find(resource, Key(json)) is not null)
                throw new ClusterException(ClusterError.AlreadyExists, $"{resource.Kind} {Key(json)} already exists");
            var managers = Ownership.AfterUpdate(resource, new Dictionary<string, HashSet<string>>(), null, json, fieldManager);
            return Result<T>(_store.Create(resource, json, managers), entity);
        }
    }

    /// <inheritdoc/>
    public Task<T> ReplaceAsync<T>(Resource resource, T entity, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var json = ClusterJson.Write(Served(resource), entity);
        Admission.Check(resource, json);
        return Write<T>(resource, Key(json), entity, fieldManager, (before, live) =>
        {
            Precondition(before, json);
            KeepServerSide(live, json);
            return json;
        });
    }

    /// <inheritdoc/>
    public Task<T> ApplyAsync<T>(Resource resource, T desired, string fieldManager, bool force, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var json = ClusterJson.Write(Served(resource), desired);
        json.Remove("status");
        Admission.Check(resource, json);
        lock (_store.Gate)
        {
            if (_store.Find(resource, Key(json)) is not { } before)
            {
                if (json["metadata"]!["uid"] is not null || json["metadata"]!["resourceVersion"] is not null)
                    throw new ClusterException(ClusterError.Conflict, $"{resource.Kind} {Key(json)}: the object with this uid or version is gone");
                var first = new Dictionary<string, HashSet<string>> { [fieldManager + "/apply"] = [.. FieldSet.Of(resource, json).Keys] };
                return Result<T>(_store.Create(resource, json, first), desired);
            }
            Precondition(before, json);
            var live = before.Open();
            var managers = Ownership.Apply(resource, before.Managers, live, Bare(json), fieldManager, force);
            Admission.CheckFinalizers(resource, before.Open(), live);
            return Result<T>(_store.Update(before, live, managers), desired);
        }
    }

    /// <inheritdoc/>
    public Task<T> ApplyStatusAsync<T>(Resource resource, T desired, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var json = ClusterJson.Write(Served(resource), desired);
        lock (_store.Gate)
        {
            var before = _store.Find(resource, Key(json)) ?? throw Missing(resource, Key(json));
            Precondition(before, json);
            var live = before.Open();
            var status = new JsonObject { ["status"] = json["status"]?.DeepClone() };
            var managers = Ownership.Apply(resource, before.Managers, live, status, fieldManager + "/status", true);
            return Result<T>(_store.Update(before, live, managers), desired);
        }
    }

    /// <inheritdoc/>
    public async Task<string> ScaleAsync(
        Resource resource, string? @namespace, string name, int replicas, string fieldManager, CancellationToken cancellationToken) =>
        (await Write<DynamicObject>(resource, Key(Served(resource), @namespace, name), null, fieldManager, (_, live) =>
        {
            if (live["spec"] is not JsonObject spec)
                live["spec"] = spec = [];
            spec["replicas"] = replicas;
            return live;
        })).Metadata.ResourceVersion;

    /// <inheritdoc/>
    public Task<T> PatchMetadataAsync<T>(
        Resource resource, string? @namespace, string name, MetadataPatch patch, string fieldManager, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        Write<T>(resource, Key(Served(resource), @namespace, name), null, fieldManager, (_, live) =>
        {
            MetadataPatching.Apply(live["metadata"]!.AsObject(), patch);
            return live;
        });

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(Resource resource, string? @namespace, string name, Deletion deletion, CancellationToken cancellationToken)
    {
        lock (_store.Gate)
        {
            if (_store.Find(Served(resource), Key(resource, @namespace, name)) is not { } stored)
                return Task.FromResult(false);
            if ((deletion.Uid is { } uid && uid != stored.Uid) || (deletion.ResourceVersion is { } version && version != Text(stored.Version)))
                throw new ClusterException(ClusterError.Conflict, $"{resource.Kind} {stored.Key}: not the object that was to be deleted");
            _store.Delete(stored, deletion.Propagation);
            return Task.FromResult(true);
        }
    }

    private Task<T> Write<T>(Resource resource, ObjectKey key, object? like, string manager, Func<Stored, JsonObject, JsonObject> change)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        lock (_store.Gate)
        {
            var before = _store.Find(resource, key) ?? throw Missing(resource, key);
            var after = change(before, before.Open());
            Admission.CheckFinalizers(resource, before.Open(), after);
            return Result<T>(_store.Update(before, after, Ownership.AfterUpdate(resource, before.Managers, before.Open(), after, manager)), like);
        }
    }

    private Resource Served(Resource resource) => _withdrawn.ContainsKey((resource.ApiVersion, resource.Kind))
        ? throw new ClusterException(ClusterError.NotFound, $"the cluster serves no {resource.Kind} in {resource.ApiVersion}")
        : _served.GetOrAdd((resource.ApiVersion, resource.Kind), resource);

    private static Task<T> Result<T>(Stored stored, object? like) where T : class, IKubernetesObject<V1ObjectMeta> =>
        Task.FromResult(ClusterJson.Read<T>(stored.Json, like?.GetType()));

    private static void Precondition(Stored before, JsonObject json)
    {
        var metadata = json["metadata"]!;
        if (metadata["resourceVersion"] is { } version && version.ToString() != Text(before.Version))
            throw new ClusterException(ClusterError.Conflict, $"{before.Resource.Kind} {before.Key}: changed since version {version} was read");
        if (metadata["uid"] is { } uid && uid.ToString() != before.Uid)
            throw new ClusterException(ClusterError.Conflict, $"{before.Resource.Kind} {before.Key}: another object of the same name (uid {before.Uid})");
    }

    private static void KeepServerSide(JsonObject live, JsonObject json)
    {
        foreach (var field in new[] { "uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation" })
            json["metadata"]![field] = live["metadata"]![field]?.DeepClone();
        foreach (var field in json["metadata"]!.AsObject().Where(field => field.Value is null).Select(field => field.Key).ToList())
            json["metadata"]!.AsObject().Remove(field);
        json.Remove("status");
        if (live["status"] is { } status)
            json["status"] = status.DeepClone();
    }

    private static JsonObject Bare(JsonObject json)
    {
        json["metadata"]!.AsObject().Remove("uid");
        json["metadata"]!.AsObject().Remove("resourceVersion");
        return json;
    }

    private static ObjectKey Key(Resource resource, string? @namespace, string name) => new(resource.Namespaced ? @namespace ?? "" : "", name);

    private static ObjectKey Key(JsonObject json) => new(json["metadata"]!["namespace"]?.ToString() ?? "", json["metadata"]!["name"]!.ToString());

    private static ClusterException Missing(Resource resource, ObjectKey key) => new(ClusterError.NotFound, $"{resource.Kind} {key} is not there");

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static long Number(string version) => long.TryParse(version, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ClusterException(ClusterError.Invalid, $"resource version '{version}' is not a number");
}
