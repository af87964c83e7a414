using System.Text.Json.Nodes;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>
/// How server-side apply merges a list: item by item under a key, as a set, or (the rest) as a whole.
/// Source: the <c>x-kubernetes-list-type</c> and <c>-map-keys</c> marks in the published OpenAPI of Kubernetes.
/// </summary>
internal static class ListKeys
{
    private static readonly Dictionary<string, string[]> Map = new(StringComparer.Ordinal)
    {
        ["containers"] = ["name"], ["initContainers"] = ["name"], ["ephemeralContainers"] = ["name"], ["volumes"] = ["name"], ["env"] = ["name"],
        ["imagePullSecrets"] = ["name"], ["volumeMounts"] = ["mountPath"], ["conditions"] = ["type"], ["ownerReferences"] = ["uid"],
        ["topologySpreadConstraints"] = ["topologyKey", "whenUnsatisfiable"], ["hostAliases"] = ["ip"], ["secrets"] = ["name"],
    };

    /// <summary>The keys of the list's items; empty for a set of scalars; null when the list counts as one value.</summary>
    public static string[]? Of(Resource resource, string property, JsonArray list)
    {
        if (property == "finalizers")
            return [];
        if (property is not ("ownerReferences" or "conditions") && IsCustom(resource))
            return null;
        var keys = property == "ports" ? Ports(resource, list) : Map.GetValueOrDefault(property);
        return keys is not null && list.All(item => item is JsonObject one && keys.All(key => key == "protocol" || one.ContainsKey(key))) ? keys : null;
    }

    /// <summary>The name of an item among its siblings.</summary>
    public static string Name(JsonNode? item, string[] keys) => keys.Length == 0
        ? item!.ToString()
        : string.Join(',', keys.Select(key => $"{key}={item![key]?.ToString() ?? "TCP"}"));

    private static string[]? Ports(Resource resource, JsonArray list) => resource.Kind == "Service"
        ? ["port", "protocol"]
        : list.Count > 0 && list[0] is JsonObject first && first.ContainsKey("containerPort") ? ["containerPort", "protocol"] : null;

    private static bool IsCustom(Resource resource) => resource.Group.Contains('.') && !resource.Group.EndsWith(".k8s.io", StringComparison.Ordinal);
}
