using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>What the API server refuses whatever the kind is.</summary>
internal static partial class Admission
{
    /// <exception cref="ClusterException">Invalid, with the path of the field.</exception>
    public static void Check(Resource resource, JsonObject json)
    {
        var metadata = json["metadata"]!;
        var name = metadata["name"]?.ToString() ?? "";
        if (!Name().IsMatch(name) || name.Length > 253)
            throw new ClusterException(ClusterError.Invalid, $"{resource.Kind} '{name}': metadata.name must be lower case letters, digits, '-' or '.'");
        if (resource.Namespaced && metadata["namespace"] is null)
            throw new ClusterException(ClusterError.Invalid, $"{resource.Kind} '{name}': metadata.namespace is required");
    }

    /// <exception cref="ClusterException">Invalid: a finalizer was added to an object that is being deleted.</exception>
    public static void CheckFinalizers(Resource resource, JsonObject before, JsonObject after)
    {
        if (MemoryStore.IsDeleting(before) && Finalizers(after).Except(Finalizers(before)).FirstOrDefault() is { } added)
            throw new ClusterException(ClusterError.Invalid, $"{resource.Kind}: metadata.finalizers: no new finalizer ({added}) can be added if the object is being deleted");
    }

    private static IEnumerable<string> Finalizers(JsonObject json) =>
        (json["metadata"]!["finalizers"] as JsonArray ?? []).Select(finalizer => finalizer!.ToString());

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$")]
    private static partial Regex Name();
}
