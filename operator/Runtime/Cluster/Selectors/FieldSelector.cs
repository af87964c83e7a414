using System.Text.Json.Nodes;

namespace Fleet.Runtime.Cluster.Selectors;

/// <summary>A field selector: <c>path=value</c> and <c>path!=value</c> joined by commas; a missing field is the empty text.</summary>
internal sealed class FieldSelector
{
    private readonly IReadOnlyList<(string[] Path, bool Equal, string Value)> _terms;

    private FieldSelector(IReadOnlyList<(string[], bool, string)> terms) => _terms = terms;

    public static FieldSelector Parse(string? text) =>
        new([.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Term)]);

    public bool Matches(Func<JsonObject> json) => _terms.Count == 0 || Matches(json());

    private bool Matches(JsonObject json) => _terms.All(term => (At(json, term.Path) == term.Value) == term.Equal);

    private static (string[], bool, string) Term(string text)
    {
        var equal = !text.Contains("!=", StringComparison.Ordinal);
        return text.Split(["!=", "==", "="], 2, StringSplitOptions.TrimEntries) is [var path, var value]
            ? (path.Split('.'), equal, value)
            : throw new ClusterException(ClusterError.Invalid, $"field selector: '{text}' is not 'path=value'");
    }

    private static string At(JsonObject json, string[] path)
    {
        JsonNode? node = json;
        foreach (var step in path)
            node = (node as JsonObject)?[step];
        return node is JsonValue value ? value.ToString() : "";
    }
}
