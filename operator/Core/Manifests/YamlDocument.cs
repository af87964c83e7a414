using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fleet.Core.Manifests;

/// <summary>A YAML document as JSON, scalars typed as YAML 1.2 and Kubernetes read them, with the line of every field.</summary>
public sealed class YamlDocument
{
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    private YamlDocument(YamlNode root)
    {
        Line = root.Start.Line;
        Json = Convert(root, "") as JsonObject ?? throw new YamlException(root.Start, root.End, "a manifest is a mapping");
    }

    public JsonObject Json { get; }

    /// <summary>Where it begins, from 1.</summary>
    public long Line { get; }

    /// <summary>Line of a field, or of the nearest field above it that is there.</summary>
    public long LineOf(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
            if (_lines.TryGetValue(path[..end], out var line)) return line;
        return Line;
    }

    /// <summary>Every document that is not empty.</summary>
    /// <exception cref="YamlException">The text is no YAML; the exception says where.</exception>
    public static IReadOnlyList<YamlDocument> Read(string text)
    {
        var stream = new YamlStream();
        try
        {
#pragma warning disable RS0030 // A reader over a text in memory; no file is touched.
            stream.Load(new System.IO.StringReader(text));
#pragma warning restore RS0030
        }
        catch (Exception confused) when (confused is InvalidOperationException or ArgumentException)
        {
            // The parser loses its way in some broken texts before it knows where.
            throw new YamlException("the text is no YAML: " + confused.Message, confused);
        }
        return [.. stream.Documents.Where(document => document.RootNode is not YamlScalarNode { Value: null or "" }).Select(document => new YamlDocument(document.RootNode))];
    }

    private JsonNode? Convert(YamlNode node, string path)
    {
        _lines.TryAdd(path, node.Start.Line);
        return node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(one => Field(one.Key, one.Value, path))),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select((item, index) => Convert(item, $"{path}[{index}]"))]),
            YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value),
            YamlScalarNode quoted => JsonValue.Create(quoted.Value),
            _ => null,
        };
    }

    private KeyValuePair<string, JsonNode?> Field(YamlNode key, YamlNode value, string path)
    {
        var name = (key as YamlScalarNode)?.Value ?? throw new YamlException(key.Start, key.End, "a field name is a text");
        var below = path.Length == 0 ? name : $"{path}.{name}";
        _lines.TryAdd(below, key.Start.Line);
        return KeyValuePair.Create(name, Convert(value, below));
    }

    private static JsonNode? Plain(string? text) => text switch
    {
        null or "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when text[0] is (>= '0' and <= '9') or '-' or '.' && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => JsonValue.Create(real),
        _ => JsonValue.Create(text),
    };
}
