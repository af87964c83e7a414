using System.Globalization;
using System.Text.Json.Nodes;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>
/// What an API server and its garbage collector do with objects: versions, generations, finalizers, owners. One lock for all:
/// a cluster in memory is small.
/// </summary>
internal sealed class MemoryStore(TimeProvider clock, int journalCapacity)
{
    private const string Foreground = "foregroundDeletion";

    private readonly ObjectTable _objects = new();
    private long _version;

    public Lock Gate { get; } = new();

    public Journal Journal { get; } = new(journalCapacity);

    public long Version => _version;

    public Stored? Find(Resource resource, ObjectKey key) => _objects.Find(resource, key);

    public IEnumerable<Stored> Of(Resource resource) => _objects.Of(resource);

    public Stored Create(Resource resource, JsonObject json, IReadOnlyDictionary<string, HashSet<string>> managers)
    {
        var metadata = json["metadata"]!.AsObject();
        metadata["uid"] = Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = Now();
        if (json.ContainsKey("spec"))
            metadata["generation"] = 1;
        return Commit(resource, null, json, managers);
    }

    /// <summary>Writes a new version; nothing happens when nothing changed. An object being deleted goes when its last finalizer does.</summary>
    public Stored Update(Stored before, JsonObject json, IReadOnlyDictionary<string, HashSet<string>> managers)
    {
        var old = before.Open();
        if (JsonNode.DeepEquals(old, json))
        {
            var same = before with { Managers = managers };
            _objects.Put(before, same);
            return same;
        }
        if (old["metadata"]!["generation"] is { } generation && !SameSpec(old, json))
            json["metadata"]!["generation"] = generation.GetValue<long>() + 1;
        var now = Commit(before.Resource, before, json, managers);
        return IsDeleting(json) && !HasFinalizers(json) ? Remove(now) : now;
    }

    public Stored Delete(Stored stored, Propagation propagation)
    {
        var json = stored.Open();
        var dependents = _objects.DependentsOf(stored.Uid);
        foreach (var dependent in propagation == Propagation.Orphan ? dependents : [])
            Disown(dependent, stored.Uid);
        if (propagation == Propagation.Foreground && dependents.Count > 0)
            AddFinalizer(json, Foreground);

        if (!HasFinalizers(json))
            return Remove(stored);
        if (!IsDeleting(json))
        {
            var metadata = json["metadata"]!.AsObject();
            metadata["deletionTimestamp"] = Now();
            metadata["deletionGracePeriodSeconds"] = 0;
            if (metadata["generation"] is { } generation)
                metadata["generation"] = generation.GetValue<long>() + 1;
            stored = Commit(stored.Resource, stored, json, stored.Managers);
        }
        if (propagation == Propagation.Foreground)
            CollectDependents(stored.Uid, Propagation.Foreground);
        return stored;
    }

    public static bool IsDeleting(JsonObject json) => json["metadata"]!["deletionTimestamp"] is not null;

    private Stored Remove(Stored stored)
    {
        var json = stored.Open();
        json["metadata"]!["resourceVersion"] = (++_version).ToString(CultureInfo.InvariantCulture);
        var last = Stored.Of(stored.Resource, json, stored.Managers);
        _objects.Remove(stored);
        Journal.Add(new Happening(_version, stored, last, true));
        CollectDependents(stored.Uid, Propagation.Background);
        foreach (var owner in stored.Owners.Select(_objects.Find).OfType<Stored>())
            FinishForeground(owner);
        return last;
    }

    private void CollectDependents(string uid, Propagation propagation)
    {
        foreach (var dependent in _objects.DependentsOf(uid))
        {
            if (_objects.Find(dependent.Uid) is not { } now || now.Owners.All(owner => owner == uid || _objects.Find(owner) is null))
                _ = _objects.Find(dependent.Uid) is { } alive ? Delete(alive, propagation) : null;
            else
                Disown(now, uid);
        }
    }

    private void FinishForeground(Stored owner)
    {
        var json = owner.Open();
        if (!IsDeleting(json) || _objects.DependentsOf(owner.Uid).Count > 0 || json["metadata"]!["finalizers"] is not JsonArray finalizers)
            return;
        if (finalizers.FirstOrDefault(one => one!.ToString() == Foreground) is { } mark)
        {
            finalizers.Remove(mark);
            if (finalizers.Count == 0)
                json["metadata"]!.AsObject().Remove("finalizers");
            Update(owner, json, owner.Managers);
        }
    }

    private void Disown(Stored dependent, string uid)
    {
        var json = dependent.Open();
        var owners = json["metadata"]!["ownerReferences"]!.AsArray();
        owners.RemoveAll(owner => owner!["uid"]!.ToString() == uid);
        if (owners.Count == 0)
            json["metadata"]!.AsObject().Remove("ownerReferences");
        Update(dependent, json, dependent.Managers);
    }

    private Stored Commit(Resource resource, Stored? before, JsonObject json, IReadOnlyDictionary<string, HashSet<string>> managers)
    {
        json["metadata"]!["resourceVersion"] = (++_version).ToString(CultureInfo.InvariantCulture);
        var now = Stored.Of(resource, json, managers);
        _objects.Put(before, now);
        Journal.Add(new Happening(_version, before, now, false));
        return now;
    }

    private string Now() => clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static bool HasFinalizers(JsonObject json) => json["metadata"]!["finalizers"] is JsonArray { Count: > 0 };

    private static void AddFinalizer(JsonObject json, string finalizer)
    {
        var metadata = json["metadata"]!.AsObject();
        if (metadata["finalizers"] is not JsonArray finalizers)
            metadata["finalizers"] = finalizers = [];
        if (!finalizers.Any(one => one!.ToString() == finalizer))
            finalizers.Add((JsonNode)finalizer);
    }

    private static bool SameSpec(JsonObject before, JsonObject after) =>
        before.Select(field => field.Key).Union(after.Select(field => field.Key)).Where(name => name is not ("metadata" or "status"))
            .All(name => JsonNode.DeepEquals(before[name], after[name]));
}
