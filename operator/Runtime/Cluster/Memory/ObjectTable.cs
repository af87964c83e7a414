namespace Fleet.Runtime.Cluster.Memory;

/// <summary>All objects, found by key, by kind and by owner. Not safe for threads: the cluster's lock guards it.</summary>
internal sealed class ObjectTable
{
    private readonly Dictionary<(string Group, string Plural), SortedDictionary<ObjectKey, Stored>> _kinds = [];
    private readonly Dictionary<string, HashSet<Stored>> _dependents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stored> _uids = new(StringComparer.Ordinal);

    public Stored? Find(Resource resource, ObjectKey key) =>
        _kinds.TryGetValue((resource.Group, resource.Plural), out var kind) ? kind.GetValueOrDefault(key) : null;

    public Stored? Find(string uid) => _uids.GetValueOrDefault(uid);

    public IEnumerable<Stored> Of(Resource resource) => _kinds.TryGetValue((resource.Group, resource.Plural), out var kind) ? kind.Values : [];

    public IReadOnlyList<Stored> DependentsOf(string uid) => _dependents.TryGetValue(uid, out var dependents) ? [.. dependents] : [];

    public void Put(Stored? before, Stored now)
    {
        if (before is not null)
            Remove(before);
        var kind = _kinds.TryGetValue((now.Resource.Group, now.Resource.Plural), out var known)
            ? known
            : _kinds[(now.Resource.Group, now.Resource.Plural)] = new(Comparer<ObjectKey>.Create(Compare));
        kind[now.Key] = now;
        _uids[now.Uid] = now;
        foreach (var owner in now.Owners)
        {
            if (!_dependents.TryGetValue(owner, out var dependents))
                _dependents[owner] = dependents = new(ReferenceEqualityComparer.Instance);
            dependents.Add(now);
        }
    }

    public void Remove(Stored stored)
    {
        _kinds[(stored.Resource.Group, stored.Resource.Plural)].Remove(stored.Key);
        _uids.Remove(stored.Uid);
        foreach (var owner in stored.Owners)
        {
            if (_dependents.TryGetValue(owner, out var dependents) && dependents.Remove(stored) && dependents.Count == 0)
                _dependents.Remove(owner);
        }
    }

    private static int Compare(ObjectKey one, ObjectKey other) =>
        string.CompareOrdinal(one.Namespace, other.Namespace) is not 0 and var order ? order : string.CompareOrdinal(one.Name, other.Name);
}
