using System.Text.Json.Nodes;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>One version of an object, never changed once it is made: its JSON, what is asked often, and who owns which field.</summary>
/// <param name="Resource">Its resource.</param>
/// <param name="Key">Its namespace and name.</param>
/// <param name="Json">The object, UTF-8.</param>
/// <param name="Version">Resource version.</param>
/// <param name="Uid">Its uid.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Owners">Uids of its owners.</param>
/// <param name="Managers">Field manager → paths it owns.</param>
internal sealed record Stored(
    Resource Resource, ObjectKey Key, byte[] Json, long Version, string Uid,
    Dictionary<string, string> Labels, IReadOnlyList<string> Owners, IReadOnlyDictionary<string, HashSet<string>> Managers)
{
    /// <summary>A copy that may be changed.</summary>
    public JsonObject Open() => JsonNode.Parse(Json)!.AsObject();

    public static Stored Of(Resource resource, JsonObject json, IReadOnlyDictionary<string, HashSet<string>> managers)
    {
        var metadata = json["metadata"]!.AsObject();
        return new Stored(
            resource,
            new ObjectKey(metadata["namespace"]?.ToString() ?? "", metadata["name"]!.ToString()),
            ClusterJson.Bytes(json),
            long.Parse(metadata["resourceVersion"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture),
            metadata["uid"]!.ToString(),
            (metadata["labels"] as JsonObject)?.ToDictionary(label => label.Key, label => label.Value?.ToString() ?? "") ?? [],
            [.. (metadata["ownerReferences"] as JsonArray ?? []).Select(owner => owner!["uid"]!.ToString())],
            managers);
    }
}

/// <summary>What happened to an object; <see cref="Before"/> is null for a new one, <see cref="Now"/> is the last state for a removed one.</summary>
internal sealed record Happening(long Version, Stored? Before, Stored Now, bool Removed);
