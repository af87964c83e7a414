using System.Text.Json.Nodes;

namespace Fleet.Core.Manifests;

/// <summary>
/// Kubernetes' strategic-merge patch over a pod template: maps merge, null removes, lists of named things merge by their key, other lists are
/// replaced; the directives <c>$patch: delete</c> and <c>$patch: replace</c> count.
/// </summary>
internal static class StrategicMerge
{
    private const string Directive = "$patch";

    // The merge keys of the pod's own types (k8s.io/api/core/v1, patchMergeKey).
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["containers"] = "name", ["initContainers"] = "name", ["ephemeralContainers"] = "name", ["volumes"] = "name", ["env"] = "name",
        ["imagePullSecrets"] = "name", ["ports"] = "containerPort", ["volumeMounts"] = "mountPath", ["volumeDevices"] = "devicePath",
        ["hostAliases"] = "ip", ["topologySpreadConstraints"] = "topologyKey", ["resourceClaims"] = "name", ["schedulingGates"] = "name",
    };

    /// <summary>A new document; the arguments stay as they are.</summary>
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        if ((string?)patch[Directive] == "replace") return Without(patch);

        var result = target.DeepClone().AsObject();
        foreach (var (name, value) in patch)
        {
            if (name == Directive) continue;
            if (value is null || (value is JsonObject gone && (string?)gone[Directive] == "delete")) result.Remove(name);
            else result[name] = Value(name, result[name], value);
        }
        return result;
    }

    private static JsonNode Value(string name, JsonNode? target, JsonNode patch) => (target, patch) switch
    {
        (JsonObject left, JsonObject right) => Apply(left, right),
        (JsonArray left, JsonArray right) when Keys.TryGetValue(name, out var key) => List(left, right, key),
        (_, JsonObject right) => Without(right),
        _ => patch.DeepClone(),
    };

    private static JsonArray List(JsonArray target, JsonArray patch, string key)
    {
        var items = target.Select(item => item?.DeepClone()).ToList();
        foreach (var item in patch.OfType<JsonObject>())
        {
            var at = items.FindIndex(one => one?[key]?.ToJsonString() == item[key]?.ToJsonString());
            if ((string?)item[Directive] == "delete")
            {
                if (at >= 0) items.RemoveAt(at);
            }
            else if (at >= 0)
            {
                items[at] = Apply(items[at]!.AsObject(), item);
            }
            else
            {
                items.Add(Without(item));
            }
        }
        return new([.. items]);
    }

    private static JsonObject Without(JsonObject patch)
    {
        var copy = patch.DeepClone().AsObject();
        copy.Remove(Directive);
        return copy;
    }
}
