using System.Text.Json.Nodes;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>Who owns which field after a write, and what an apply does to an object.</summary>
internal static class Ownership
{
    /// <summary>After a write that is no apply: what it changed is its writer's.</summary>
    public static Dictionary<string, HashSet<string>> AfterUpdate(
        Resource resource, IReadOnlyDictionary<string, HashSet<string>> managers, JsonObject? before, JsonObject after, string manager)
    {
        var old = before is null ? [] : FieldSet.Of(resource, before);
        var now = FieldSet.Of(resource, after);
        var changed = now.Where(field => !old.TryGetValue(field.Key, out var value) || !JsonNode.DeepEquals(value, field.Value)).Select(field => field.Key).ToHashSet();
        var result = managers.ToDictionary(one => one.Key, one => one.Value.Where(path => now.ContainsKey(path) && !changed.Contains(path)).ToHashSet());
        Join(result, manager + "/update", changed);
        return result;
    }

    /// <summary>Server-side apply of <paramref name="desired"/> to <paramref name="live"/>, which is changed in place.</summary>
    /// <exception cref="ClusterException">Conflict: another manager owns a field with another value, and it was not forced.</exception>
    public static Dictionary<string, HashSet<string>> Apply(
        Resource resource, IReadOnlyDictionary<string, HashSet<string>> managers, JsonObject live, JsonObject desired, string manager, bool force)
    {
        var me = manager + "/apply";
        var wanted = FieldSet.Of(resource, desired);
        var there = FieldSet.Of(resource, live);
        var contested = wanted.Where(field => there.TryGetValue(field.Key, out var value) && !JsonNode.DeepEquals(value, field.Value)).Select(field => field.Key)
            .Where(path => managers.Any(one => one.Key != me && one.Value.Contains(path))).ToHashSet();
        if (contested.Count > 0 && !force)
            throw new ClusterException(ClusterError.Conflict, $"apply by {manager}: other managers own {string.Join(", ", contested.Select(FieldSet.Readable))}");

        var result = managers.Where(one => one.Key != me).ToDictionary(one => one.Key, one => one.Value.Except(contested).ToHashSet());
        foreach (var path in managers.TryGetValue(me, out var mine) ? mine.Except(wanted.Keys).Where(path => !IsOthers(result, path)) : [])
            FieldSet.Remove(resource, live, path);
        FieldSet.Merge(resource, live, desired);
        result[me] = [.. wanted.Keys];
        return result;
    }

    private static bool IsOthers(Dictionary<string, HashSet<string>> managers, string path) =>
        managers.Values.Any(paths => paths.Contains(path) || paths.Any(one => FieldSet.IsUnder(one, path)));

    private static void Join(Dictionary<string, HashSet<string>> managers, string manager, HashSet<string> paths)
    {
        if (paths.Count == 0)
            return;
        if (managers.TryGetValue(manager, out var owned))
            owned.UnionWith(paths);
        else
            managers[manager] = paths;
    }
}
