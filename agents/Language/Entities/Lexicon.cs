using System.Text.RegularExpressions;

namespace Fleet.Language.Entities;

/// <summary>Word lists that are embedded as <c>lexicon.{name}.tsv</c>: normal form TAB the ways to write it, separated by blanks.</summary>
internal static class Lexicon
{
    public static Dictionary<string, string> Pairs(string name)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"lexicon.{name}.tsv")
            ?? throw new InvalidDataException($"the word list {name} is not in this build");
        using var reader = new StreamReader(stream);
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var normal, var written])
                continue;
            pairs.TryAdd(normal.ToLowerInvariant(), normal);
            foreach (var word in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                pairs.TryAdd(word.Replace('_', ' ').ToLowerInvariant(), normal);
        }
        return pairs;
    }

    /// <summary>One expression over all words, longest first; Latin words at word boundaries only.</summary>
    public static Regex Shape(IEnumerable<string> words) => new(
        string.Join('|', words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)
            .Select(w => char.IsAsciiLetter(w[0]) ? $@"(?<![A-Za-z]){Regex.Escape(w)}(?![A-Za-z])" : Regex.Escape(w))),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
