namespace Fleet.Core.Schemas;

/// <summary>Finds what was probably meant.</summary>
public static class Spelling
{
    /// <summary>The known word at the smallest edit distance, if that is at most a third of the word (at least 2).</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(one => (Word: one, Distance: Distance(word, one)))
        .Where(one => one.Distance <= Math.Max(2, word.Length / 3) || one.Word.StartsWith(word, StringComparison.Ordinal))
        .OrderBy(one => one.Distance)
        .Select(one => one.Word)
        .FirstOrDefault();

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.Length];
    }
}
