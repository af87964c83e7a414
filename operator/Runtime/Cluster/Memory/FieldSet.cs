using System.Text.Json.Nodes;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>The fields an object names, one path each, in the manner of managed fields: items of keyed lists are paths of their own.</summary>
internal static class FieldSet
{
    private const char Separator = '\u001f';

    // Who may change these is not a matter of field ownership.
    private static readonly HashSet<string> Unowned = new(StringComparer.Ordinal)
    {
        "apiVersion", "kind", "metadata/name", "metadata/namespace", "metadata/uid", "metadata/resourceVersion", "metadata/generation",
        "metadata/creationTimestamp", "metadata/deletionTimestamp", "metadata/deletionGracePeriodSeconds", "metadata/generateName",
    };

    /// <summary>Path → value of every leaf; null for the mere existence of a list item.</summary>
    public static Dictionary<string, JsonNode?> Of(Resource resource, JsonObject json)
    {
        var fields = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        Walk(resource, json, "", fields);
        foreach (var path in Unowned)
            fields.Remove(path.Replace('/', Separator));
        return fields;
    }

    /// <summary>A path for people: <c>spec/containers/[name=main]/image</c>.</summary>
    public static string Readable(string path) => "." + path.Replace(Separator, '.');

    /// <summary>True when a path lies under another.</summary>
    public static bool IsUnder(string path, string above) =>
        path.Length > above.Length && path[above.Length] == Separator && path.StartsWith(above, StringComparison.Ordinal);

    /// <summary>Takes a field out of an object, and what is left empty above it.</summary>
    public static void Remove(Resource resource, JsonObject json, string path) => Remove(resource, json, path.Split(Separator), 0);

    /// <summary>Puts the fields of <paramref name="desired"/> into <paramref name="live"/>; all others stay.</summary>
    public static void Merge(Resource resource, JsonObject live, JsonObject desired)
    {
        foreach (var (name, value) in desired)
        {
            switch (value, live[name])
            {
                case (null, _):
                    break;
                case (JsonObject inner, JsonObject old):
                    Merge(resource, old, inner);
                    break;
                case (JsonArray list, JsonArray old) when ListKeys.Of(resource, name, list) is { } keys && ListKeys.Of(resource, name, old) is not null:
                    MergeList(resource, old, list, keys);
                    break;
                default:
                    live[name] = value.DeepClone();
                    break;
            }
        }
    }

    private static void MergeList(Resource resource, JsonArray live, JsonArray desired, string[] keys)
    {
        foreach (var item in desired)
        {
            var name = ListKeys.Name(item, keys);
            switch (live.FirstOrDefault(one => ListKeys.Name(one, keys) == name), item)
            {
                case (JsonObject old, JsonObject inner):
                    Merge(resource, old, inner);
                    break;
                case (null, _):
                    live.Add(item!.DeepClone());
                    break;
            }
        }
    }

    private static void Walk(Resource resource, JsonObject json, string prefix, Dictionary<string, JsonNode?> fields)
    {
        foreach (var (name, value) in json)
        {
            var path = prefix.Length == 0 ? name : prefix + Separator + name;
            switch (value)
            {
                case null:
                    break;
                case JsonObject { Count: > 0 } inner:
                    Walk(resource, inner, path, fields);
                    break;
                case JsonArray list when ListKeys.Of(resource, name, list) is { } keys:
                    foreach (var item in list)
                    {
                        var at = $"{path}{Separator}[{ListKeys.Name(item, keys)}]";
                        fields[at] = null;
                        if (item is JsonObject inner)
                            Walk(resource, inner, at, fields);
                        // The keys go and stay with the item.
                        foreach (var key in keys)
                            fields.Remove(at + Separator + key);
                    }
                    break;
                default:
                    fields[path] = value;
                    break;
            }
        }
    }

    private static void Remove(Resource resource, JsonObject json, string[] path, int at)
    {
        if (at == path.Length - 1)
        {
            json.Remove(path[at]);
            return;
        }
        switch (json[path[at]])
        {
            case JsonObject inner:
                Remove(resource, inner, path, at + 1);
                if (inner.Count == 0)
                    json.Remove(path[at]);
                break;
            case JsonArray list when ListKeys.Of(resource, path[at], list) is { } keys:
                var item = list.FirstOrDefault(one => $"[{ListKeys.Name(one, keys)}]" == path[at + 1]);
                if (item is null)
                    break;
                if (at + 1 == path.Length - 1)
                    list.Remove(item);
                else
                    Remove(resource, item.AsObject(), path, at + 2);
                if (list.Count == 0)
                    json.Remove(path[at]);
                break;
        }
    }
}
