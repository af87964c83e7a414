using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Core.Manifests;
using Fleet.Core.Peaks;
using Fleet.Core.Schemas;
using k8s;
using k8s.Models;
using YamlDotNet.Core;

namespace Fleet.Core.Pools;

/// <summary>What a text of manifests holds: everything in it, or everything that is wrong with it.</summary>
public sealed record ManifestReading(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects, IReadOnlyList<Violation> Violations)
{
    public IEnumerable<AgentPool> Pools => Objects.OfType<AgentPool>();

    public IEnumerable<SalesPeak> Peaks => Objects.OfType<SalesPeak>();
}

/// <summary>Reads AgentPools and SalesPeaks from YAML. Unknown fields are refused, never dropped.</summary>
public static class ManifestReader
{
    private const string ApiVersion = $"{Labels.Group}/{Labels.Version}";
    private static readonly string[] Kinds = [AgentPool.KubeKind, SalesPeak.KubeKind];
    private static readonly string[] Roots = ["apiVersion", "kind", "metadata", "spec", "status"];
    private static readonly V1JSONSchemaProps Metadata = SchemaOf.Type<ManifestMetadata>();
    private static readonly V1JSONSchemaProps PoolSchema = SchemaOf.Type<AgentPoolSpec>();
    private static readonly V1JSONSchemaProps PeakSchema = SchemaOf.Type<SalesPeakSpec>();

    /// <param name="yaml">Any number of documents.</param>
    /// <param name="source">Where it came from, for the words of a refusal; empty for none.</param>
    public static ManifestReading Read(string yaml, string source = "")
    {
        IReadOnlyList<YamlDocument> documents;
        try
        {
            documents = YamlDocument.Read(yaml);
        }
        catch (YamlException broken)
        {
            return new([], [new(source, broken.Message, broken.Start.Line > 0 ? broken.Start.Line : null)]);
        }
        if (documents.Count == 0) return new([], [new(source, "holds no manifest")]);

        List<IKubernetesObject<V1ObjectMeta>> objects = [];
        List<Violation> violations = [];
        var taken = new HashSet<(string, string, string)>();
        foreach (var document in documents)
        {
            var (one, wrong) = Read(document.Json);
            if (one is not null && !taken.Add((one.Kind, one.Metadata.NamespaceProperty, one.Metadata.Name)))
                wrong = [new("metadata.name", $"{one.Kind} {one.Metadata.Name} stands here twice")];
            violations.AddRange(wrong.Select(violation => violation with { Line = document.LineOf(violation.Path) }));
            if (one is not null) objects.Add(one);
        }
        return violations.Count > 0 ? new([], violations) : new(objects, []);
    }

    /// <summary>One manifest as JSON: the object, or null and everything that is wrong.</summary>
    public static (IKubernetesObject<V1ObjectMeta>? Object, IReadOnlyList<Violation> Violations) Read(JsonObject json)
    {
        var kind = json["kind"]?.ToString();
        List<Violation> wrong = [.. Head(json, kind)];
        if (!Kinds.Contains(kind)) return (null, wrong);
        wrong.AddRange(SchemaCheck.Check(json["metadata"], Metadata, "metadata"));
        if (json["spec"] is null) wrong.Add(new("spec", "is missing"));
        wrong.AddRange(SchemaCheck.Check(json["spec"], kind == AgentPool.KubeKind ? PoolSchema : PeakSchema, "spec"));
        if (wrong.Count > 0) return (null, wrong);

        var text = Sound(json).ToJsonString();
        IKubernetesObject<V1ObjectMeta> one = kind == AgentPool.KubeKind ? KubernetesJson.Deserialize<AgentPool>(text) : KubernetesJson.Deserialize<SalesPeak>(text);
        var rules = one is AgentPool pool ? Rules.Check(pool) : PeakRules.Check((SalesPeak)one);
        return rules.Count > 0 ? (null, rules) : (one, []);
    }

    // Status is the operator's; a field that is there without a value counts as left out, as the API server has it.
    private static JsonObject Sound(JsonObject json)
    {
        var copy = json.DeepClone().AsObject();
        copy.Remove("status");
        copy["metadata"]!["namespace"] ??= "default";
        Prune(copy["spec"]);
        return copy;
    }

    private static void Prune(JsonNode? node)
    {
        if (node is not JsonObject map) return;
        foreach (var (name, value) in map.ToList())
        {
            if (value is null) map.Remove(name);
            else if (name != "podTemplate") Prune(value);
        }
    }

    private static IEnumerable<Violation> Head(JsonObject json, string? kind)
    {
        if (json["apiVersion"]?.ToString() != ApiVersion)
            yield return new("apiVersion", $"is '{json["apiVersion"]}', must be {ApiVersion}");
        if (!Kinds.Contains(kind))
            yield return new("kind", $"is '{kind}', must be {string.Join(" or ", Kinds)}");
        if (json["metadata"] is null)
            yield return new("metadata.name", "is missing");
        foreach (var field in json.Select(field => field.Key).Except(Roots))
            yield return new(field, Spelling.Nearest(field, Roots) is { } near ? $"is no field. Did you mean {near}?" : "is no field");
    }
}
