using System.Text;
using Fleet.Contracts.Language;

namespace Fleet.Language.Features;

/// <summary>
/// Hashed features of a sentence: character n-grams of 1 to 4 over the normal form, English words and word pairs, and what the
/// conversation knows. The hash is FNV-1a over UTF-16 units; the same text gives the same features on every machine.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Number of buckets: a power of two.</summary>
    public const int Buckets = 1 << 17;

    private const int LongestGram = 4;
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Distinct buckets in ascending order.</summary>
    public static int[] Of(string text, Intent? last, Intent? open, string? slot = null)
    {
        var normal = NormalForm.Of(text);
        var found = new HashSet<int>(normal.Length * LongestGram + 8);
        Characters(normal, found);
        Words(normal, found);
        if (last is { } lastIntent)
            found.Add(Bucket($"last:{lastIntent}"));
        if (open is { } openIntent)
        {
            found.Add(Bucket($"open:{openIntent}"));
            found.Add(Bucket("open"));
        }
        if (slot is not null)
            found.Add(Bucket($"slot:{slot}"));
        if (normal.Length <= 6)
            found.Add(Bucket(open is null ? "short" : "short-open"));
        var features = found.ToArray();
        Array.Sort(features);
        return features;
    }

    private static void Characters(string normal, HashSet<int> found)
    {
        var framed = $"^{normal}$";
        for (var start = 0; start < framed.Length; start++)
        {
            var hash = Offset;
            for (var length = 1; length <= LongestGram && start + length <= framed.Length; length++)
            {
                hash = (hash ^ framed[start + length - 1]) * Prime;
                found.Add(Fold(hash + (uint)length));
            }
        }
    }

    private static void Words(string normal, HashSet<int> found)
    {
        var previous = Offset;
        foreach (var range in normal.AsSpan().SplitAny(' ', ',', '.', '?', '!'))
        {
            var word = normal.AsSpan(range);
            if (word.Length < 2 || !char.IsAsciiLetter(word[0]))
                continue;
            var hash = Offset;
            foreach (var c in word)
                hash = (hash ^ c) * Prime;
            found.Add(Fold(hash ^ 0x5bd1e995));
            found.Add(Fold((previous * Prime) ^ hash));
            previous = hash;
        }
    }

    private static int Bucket(string name)
    {
        var hash = Offset;
        foreach (var rune in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ rune) * Prime;
        return Fold(hash ^ 0x9e3779b9);
    }

    private static int Fold(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        return (int)(hash & (Buckets - 1));
    }
}
