using System.Text.RegularExpressions;

namespace Fleet.Language.Clauses;

/// <summary>Splits at sentence marks, commas, and the words by which people join a second request.</summary>
internal static partial class ClauseSplitter
{
    // Shorter ones ("另一件", "谢谢") name no request of their own and stay with their neighbor.
    private const int ShortestClause = 4;

    public static IReadOnlyList<Clause> Split(string text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        foreach (Match joint in Joint().Matches(text))
        {
            Add(start, joint.Index);
            start = joint.Index + joint.Length;
        }
        Add(start, text.Length);
        return clauses;

        void Add(int from, int to)
        {
            var part = text[from..to];
            var trimmed = part.Trim();
            if (trimmed.Length == 0)
                return;
            var at = from + part.IndexOf(trimmed, StringComparison.Ordinal);
            if (clauses.Count > 0 && (trimmed.Length < ShortestClause || clauses[^1].Text.Length < ShortestClause))
                clauses[^1] = new(text[clauses[^1].Start..(at + trimmed.Length)], clauses[^1].Start);
            else
                clauses.Add(new(trimmed, at));
        }
    }

    [GeneratedRegex(
        @"[。?？！!；;，,、\n～~…]+|(?<!还)还有就是|还有个|还有|另外(?:再)?|顺便(?:问下|问一下|帮我)?|对了|再问一下|再一个|以及|(?<=\p{IsCJKUnifiedIdeographs})\s+(?=\p{IsCJKUnifiedIdeographs})|\.\s+|\b(?:and also|also|and|plus|btw|one more thing|by the way)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
