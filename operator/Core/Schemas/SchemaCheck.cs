using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Fleet.Core.Schemas;

/// <summary>Holds a document to a schema as a strict API server does, but names everything that is wrong at once.</summary>
public static class SchemaCheck
{
    // A pattern comes from our own attributes; the limit keeps a hostile value from costing more than this.
    private static readonly TimeSpan MatchTime = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<Violation> Check(JsonNode? node, V1JSONSchemaProps schema, string path) => (schema.Type, node) switch
    {
        (_, null) => [],
        ("object", JsonObject map) => Object(map, schema, path),
        ("array", JsonArray list) => List(list, schema, path),
        ("string", JsonValue value) when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>(), schema, path),
        ("boolean", JsonValue value) when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => [],
        ("integer" or "number", JsonValue value) when value.GetValueKind() == JsonValueKind.Number => Number(value, schema, path),
        _ => [new(path, $"is {Show(node)}, must be {Wanted(schema)}")],
    };

    private static IEnumerable<Violation> Object(JsonObject map, V1JSONSchemaProps schema, string path)
    {
        if (schema.XKubernetesPreserveUnknownFields == true) yield break;
        foreach (var missing in (schema.Required ?? []).Where(name => map[name] is null))
            yield return new($"{path}.{missing}", $"is missing; must be {Wanted(schema.Properties[missing])}");
        foreach (var (name, value) in map)
        {
            var below = $"{path}.{name}";
            if (schema.Properties is null)
            {
                foreach (var one in schema.AdditionalProperties is V1JSONSchemaProps any ? Check(value, any, below) : []) yield return one;
            }
            else if (schema.Properties.TryGetValue(name, out var known))
            {
                foreach (var one in Check(value, known, below)) yield return one;
            }
            else
            {
                yield return new(below, Spelling.Nearest(name, schema.Properties.Keys) is { } near
                    ? $"is no field. Did you mean {near}?"
                    : $"is no field; there are {string.Join(", ", schema.Properties.Keys)}");
            }
        }
    }

    private static IEnumerable<Violation> List(JsonArray list, V1JSONSchemaProps schema, string path)
    {
        if (list.Count < schema.MinItems) yield return new(path, $"has {list.Count} items, must have at least {schema.MinItems}");
        if (list.Count > schema.MaxItems) yield return new(path, $"has {list.Count} items, must have at most {schema.MaxItems}");
        for (var i = 0; i < list.Count; i++)
        {
            foreach (var one in Check(list[i], (V1JSONSchemaProps)schema.Items, $"{path}[{i}]"))
                yield return one;
        }
    }

    private static IEnumerable<Violation> Text(string text, V1JSONSchemaProps schema, string path)
    {
        if (schema.EnumProperty is { } words && !words.Contains(text))
        {
            var near = Spelling.Nearest(text, words.Cast<string>());
            yield return new(path, $"is '{text}', must be one of {string.Join(", ", words)}{(near is null ? "" : $". Did you mean {near}?")}");
        }
        else if (text.Length > schema.MaxLength)
        {
            yield return new(path, $"is {text.Length} characters long, must have at most {schema.MaxLength}");
        }
        else if (schema.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, MatchTime))
        {
            yield return new(path, $"is '{text}', must be {Wanted(schema)}");
        }
    }

    private static IEnumerable<Violation> Number(JsonValue value, V1JSONSchemaProps schema, string path)
    {
        var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        if (schema.Type == "integer" && number != Math.Floor(number)) yield return new(path, $"is {Show(value)}, must be a whole number");
        if (number < schema.Minimum || number > schema.Maximum) yield return new(path, $"is {Show(value)}, must be {Wanted(schema)}");
    }

    private static string Show(JsonNode node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? $"'{value.GetValue<string>()}'"
        : node is JsonObject ? "a mapping" : node is JsonArray ? "a list" : node.ToJsonString();

    private static string Wanted(V1JSONSchemaProps schema) => schema switch
    {
        { EnumProperty: { } words } => $"one of {string.Join(", ", words)}",
        { Format: "duration" } => "a duration such as 30s, 5m or 1h30m",
        { Type: "string", Example: { } example } => $"a text such as {example}",
        { Type: "string" } => "a text",
        { Type: "boolean" } => "true or false",
        { Type: "array" } => "a list",
        { Type: "object" } => "a mapping",
        { Type: var type } => (type == "integer" ? "a whole number" : "a number") + Bounds(schema),
    };

    private static string Bounds(V1JSONSchemaProps schema) => (schema.Minimum, schema.Maximum) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" from {low} to {high}"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $", {low} or more"),
        (null, { } high) => string.Create(CultureInfo.InvariantCulture, $", {high} or less"),
        _ => "",
    };
}
