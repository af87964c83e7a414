using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Operator.Pools;
using Fleet.Runtime.Cluster;
using k8s;
using k8s.Models;
using YamlDotNet.Core;

namespace Fleet.Operator.Local.Manifests;

/// <summary>Reads a file of manifests: everything in it, or everything that is wrong with it.</summary>
internal static class Manifests
{
    /// <summary>What stands for an object wherever two files are compared.</summary>
    public static (string Kind, string Namespace, string Name) Key(IKubernetesObject<V1ObjectMeta> one) =>
        (one.Kind, one.Metadata.NamespaceProperty ?? "", one.Metadata.Name);

    /// <summary>Objects, or violations as <c>path: message</c>.</summary>
    /// <param name="others">What other files of the folder give; one object has one file.</param>
    public static (IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects, IReadOnlyList<string> Violations) Read(
        string text, IEnumerable<IKubernetesObject<V1ObjectMeta>> others)
    {
        IReadOnlyList<(JsonObject Json, long Line)> documents;
        try
        {
            documents = YamlDocuments.Read(text);
        }
        catch (YamlException broken)
        {
            return ([], [broken.Start.Line > 0 ? $"line {broken.Start.Line}: {broken.Message}" : broken.Message]);
        }
        if (documents.Count == 0)
            return ([], ["holds no manifest"]);
        var taken = others.Select(Key).ToHashSet();
        List<IKubernetesObject<V1ObjectMeta>> objects = [];
        List<string> violations = [];
        foreach (var (json, line) in documents)
        {
            var wrong = Check(json).ToList();
            violations.AddRange(wrong.Select(one => documents.Count > 1 ? $"(line {line}) {one}" : one));
            if (wrong.Count > 0)
                continue;
            json["metadata"]!["namespace"] ??= "default";
            var one = KubernetesJson.Deserialize<DynamicObject>(json.ToJsonString());
            if (!taken.Add(Key(one)))
                violations.Add($"metadata.name: {one.Kind} {one.Metadata.Name} stands in another manifest already");
            objects.Add(one);
        }
        return violations.Count > 0 ? ([], violations) : (objects, []);
    }

    private static IEnumerable<string> Check(JsonObject json)
    {
        const string version = $"{Labels.Group}/{Labels.Version}";
        if (json["apiVersion"]?.ToString() != version)
            yield return $"apiVersion: is '{json["apiVersion"]}', must be {version}";
        if (json["kind"]?.ToString() is not "AgentPool")
            yield return $"kind: is '{json["kind"]}', must be AgentPool";
        if (json["metadata"]?["name"]?.ToString() is not { Length: > 0 })
            yield return "metadata.name: is missing";
        foreach (var violation in PoolSpec.Check(json["spec"] as JsonObject))
            yield return violation;
    }
}
