using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fleet.Operator.Local.Manifests;

/// <summary>YAML as JSON, scalars typed as YAML 1.2 and Kubernetes read them.</summary>
internal static class YamlDocuments
{
    /// <summary>Every document that is not empty, with the line it begins at.</summary>
    /// <exception cref="YamlException">The text is no YAML; the exception says where.</exception>
    public static IReadOnlyList<(JsonObject Json, long Line)> Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (Exception confused) when (confused is InvalidOperationException or ArgumentException)
        {
            // The parser loses its way in some broken texts before it knows where.
            throw new YamlException("the text is no YAML: " + confused.Message, confused);
        }
        return [.. stream.Documents
            .Where(document => document.RootNode is not YamlScalarNode { Value: null or "" })
            .Select(document => (Convert(document.RootNode) as JsonObject
                ?? throw new YamlException(document.RootNode.Start, document.RootNode.End, "a manifest is a mapping"), document.RootNode.Start.Line))];
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(one => KeyValuePair.Create(((YamlScalarNode)one.Key).Value ?? "", Convert(one.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value),
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => null,
    };

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
