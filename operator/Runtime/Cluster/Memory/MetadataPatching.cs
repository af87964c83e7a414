using System.Text.Json.Nodes;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>A <see cref="MetadataPatch"/> carried out on JSON.</summary>
internal static class MetadataPatching
{
    public static void Apply(JsonObject metadata, MetadataPatch patch)
    {
        Entries(metadata, "labels", patch.Labels);
        Entries(metadata, "annotations", patch.Annotations);
        var finalizers = (metadata["finalizers"] as JsonArray ?? []).Select(one => one!.ToString()).ToList();
        if (patch.AddFinalizer is { } add && !finalizers.Contains(add))
            finalizers.Add(add);
        if (patch.RemoveFinalizer is { } remove)
            finalizers.Remove(remove);
        metadata.Remove("finalizers");
        if (finalizers.Count > 0)
            metadata["finalizers"] = new JsonArray([.. finalizers.Select(one => (JsonNode)one)]);
    }

    private static void Entries(JsonObject metadata, string field, IReadOnlyDictionary<string, string?>? changes)
    {
        if (changes is null)
            return;
        if (metadata[field] is not JsonObject entries)
            metadata[field] = entries = [];
        foreach (var (key, value) in changes)
        {
            entries.Remove(key);
            if (value is not null)
                entries[key] = value;
        }
        if (entries.Count == 0)
            metadata.Remove(field);
    }
}
