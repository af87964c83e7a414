using System.Text.RegularExpressions;

namespace Fleet.Language.Clauses;

/// <summary>Splits at sentence marks, commas, and the words by which people join a second request.</summary>
internal static partial class ClauseSplitter
{
    private const int ShortestClause = 2;

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
            if (trimmed.Length >= ShortestClause)
                clauses.Add(new(trimmed, from + part.IndexOf(trimmed, StringComparison.Ordinal)));
        }
    }

    [GeneratedRegex(
        @"[。?？！!；;，,、\n～~…]+|(?<!还)还有就是|还有个|还有|另外(?:再)?|顺便(?:问下|问一下|帮我)?|对了|再问一下|再一个|以及|(?<=\p{IsCJKUnifiedIdeographs})\s+(?=\p{IsCJKUnifiedIdeographs})|\.\s+|\b(?:and also|also|and|plus|btw|one more thing|by the way)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
