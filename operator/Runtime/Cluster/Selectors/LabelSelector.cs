using System.Text.RegularExpressions;

namespace Fleet.Runtime.Cluster.Selectors;

/// <summary>
/// A label selector in the API's words: <c>a=b</c>, <c>a==b</c>, <c>a!=b</c>, <c>a in (b,c)</c>, <c>a notin (b,c)</c>, <c>a</c>, <c>!a</c>, joined by commas.
/// Source: Kubernetes documentation, "Labels and Selectors".
/// </summary>
public sealed partial class LabelSelector
{
    private readonly IReadOnlyList<Func<IDictionary<string, string>, bool>> _requirements;

    private LabelSelector(IReadOnlyList<Func<IDictionary<string, string>, bool>> requirements) => _requirements = requirements;

    /// <summary>Reads a selector; null or empty matches everything.</summary>
    /// <exception cref="ClusterException">Invalid: not a selector.</exception>
    public static LabelSelector Parse(string? text) => new([.. Split(text ?? "").Select(Requirement)]);

    /// <summary>The selector that asks for exactly these labels.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> labels) => string.Join(',', labels.Select(label => $"{label.Key}={label.Value}"));

    /// <summary>True when all requirements hold.</summary>
    public bool Matches(IDictionary<string, string>? labels) => _requirements.All(requirement => requirement(labels ?? new Dictionary<string, string>()));

    private static Func<IDictionary<string, string>, bool> Requirement(string text)
    {
        if (Cut(text, " notin ") is var (absentKey, absent))
            return labels => !Set(absent).Contains(labels.TryGetValue(absentKey, out var value) ? value : null);
        if (Cut(text, " in ") is var (key, set))
            return labels => labels.TryGetValue(key, out var value) && Set(set).Contains(value);
        if (Cut(text, "!=") is var (otherKey, other))
            return labels => !labels.TryGetValue(otherKey, out var value) || value != other;
        if (Cut(text, "==") is var (sameKey, same))
            return labels => labels.TryGetValue(sameKey, out var value) && value == same;
        if (Cut(text, "=") is var (equalKey, equal))
            return labels => labels.TryGetValue(equalKey, out var value) && value == equal;
        Check(text.TrimStart('!'), text);
        return text[0] == '!' ? labels => !labels.ContainsKey(text[1..].Trim()) : labels => labels.ContainsKey(text);
    }

    private static (string Key, string Values)? Cut(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is > 0 and var index ? (Check(text[..index].Trim(), text), CheckSet(text[(index + at.Length)..].Trim(), text)) : null;

    private static string CheckSet(string values, string text)
    {
        foreach (var value in Set(values))
            Check(value!, text);
        return values;
    }

    private static string Check(string word, string text) => Word().IsMatch(word)
        ? word
        : throw new ClusterException(ClusterError.Invalid, $"label selector: '{text}' is neither 'key', '!key', 'key=value' nor 'key in (a,b)'");

    [GeneratedRegex("^([A-Za-z0-9][-A-Za-z0-9_./]*)?$")]
    private static partial Regex Word();

    private static HashSet<string?> Set(string text) => [.. text.Trim('(', ')', ' ').Split(',', StringSplitOptions.TrimEntries)];

    private static IEnumerable<string> Split(string text)
    {
        int start = 0, depth = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            depth += index == text.Length ? -depth : text[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 || (index < text.Length && text[index] != ','))
                continue;
            if (text[start..index].Trim() is { Length: > 0 } part)
                yield return part;
            start = index + 1;
        }
    }
}
