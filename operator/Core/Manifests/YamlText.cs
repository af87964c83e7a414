using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using k8s;

namespace Fleet.Core.Manifests;

/// <summary>Objects as the YAML that a person would write: fields in order, quotes only where they are needed.</summary>
public static partial class YamlText
{
    public static string Write(IEnumerable<IKubernetesObject> objects) =>
        string.Join("---\n", objects.Select(one => Write(JsonNode.Parse(KubernetesJson.Serialize(one))!)));

    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Block(text, node, 0);
        return text.ToString();
    }

    private static void Block(StringBuilder text, JsonNode node, int indent)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map) Entry(text, new string(' ', indent) + Scalar(name) + ":", value, indent, indent + 2);
        }
        else
        {
            foreach (var item in node.AsArray()) Item(text, item, indent);
        }
    }

    private static void Entry(StringBuilder text, string head, JsonNode? value, int indent, int below)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.Append(head).Append('\n');
            Block(text, value, value is JsonArray ? indent : below);
        }
        else if (Literal(value) is { } lines)
        {
            text.Append(head).Append(" |\n");
            foreach (var line in lines) text.Append(line.Length == 0 ? "" : new string(' ', below)).Append(line).Append('\n');
        }
        else
        {
            text.Append(head).Append(' ').Append(Flat(value)).Append('\n');
        }
    }

    private static void Item(StringBuilder text, JsonNode? item, int indent)
    {
        if (item is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
        {
            Entry(text, new string(' ', indent) + "-", item, indent, indent + 2);
            return;
        }
        var at = text.Length;
        Block(text, item, indent + 2);
        text[at + indent] = '-';
    }

    // A text of several whole lines reads best as it stands.
    private static string[]? Literal(JsonNode? value) =>
        value is JsonValue one && one.GetValueKind() == JsonValueKind.String && one.GetValue<string>() is var text
            && text.EndsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal) && text[0] is not (' ' or '\n') && !text.Any(sign => char.IsControl(sign) && sign != '\n')
            ? text[..^1].Split('\n')
            : null;

    private static string Flat(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        JsonValue one when one.GetValueKind() == JsonValueKind.String => Scalar(one.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Scalar(string text)
    {
        if (Bare().IsMatch(text) && !Word().IsMatch(text) && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return text;
        if (text.Any(sign => char.IsControl(sign))) return JsonSerializer.Serialize(text);
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    // What no reader of YAML takes for anything but a text; a colon only inside a word.
    [GeneratedRegex(@"^[A-Za-z_/.][A-Za-z0-9_/.,;()=+@ -]*(:[A-Za-z0-9_/.,;()=+@-][A-Za-z0-9_/.,;()=+@ -]*)*(?<! )$|^[0-9][A-Za-z0-9.-]*[A-Za-z]$")]
    private static partial Regex Bare();

    [GeneratedRegex("^(?i:true|false|yes|no|on|off|null|y|n)$")]
    private static partial Regex Word();
}
