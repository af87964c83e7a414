using System.Text;
using Fleet.Contracts.Language;

namespace Fleet.Language.Training;

/// <summary>Reads <c>text TAB intents TAB emotion [TAB author TAB family TAB context]</c>, with or without a header line.</summary>
public static class CorpusReader
{
    /// <exception cref="InvalidDataException">Names source and line of everything that is wrong, at most twenty of them.</exception>
    public static IReadOnlyList<CorpusRow> Read(IEnumerable<string> lines, string source)
    {
        var rows = new List<CorpusRow>();
        var wrong = new List<string>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || (number == 1 && line.StartsWith("text\tintents", StringComparison.Ordinal)))
                continue;
            if (Row(line.Split('\t'), out var problem) is { } row)
                rows.Add(row);
            else
                wrong.Add($"{source}:{number}: {problem}");
        }
        return wrong.Count == 0 ? rows : throw new InvalidDataException(string.Join('\n', wrong.Take(20)));
    }

    private static CorpusRow? Row(string[] cells, out string problem)
    {
        problem = "";
        if (cells.Length < 2)
        {
            problem = "expected text TAB intents TAB emotion";
            return null;
        }
        var intents = new List<Intent>();
        foreach (var name in cells[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<Intent>(name, ignoreCase: false, out var intent))
            {
                problem = $"'{name}' is not an intent";
                return null;
            }
            intents.Add(intent);
        }
        var emotion = EmotionLabel.Calm;
        if (intents.Count == 0 || (cells.Length > 2 && cells[2].Length > 0 && !Enum.TryParse(cells[2], out emotion)))
        {
            problem = intents.Count == 0 ? "no intent" : $"'{cells[2]}' is not an emotion";
            return null;
        }
        var (last, open, slot) = Context(cells.ElementAtOrDefault(5));
        return new(cells[0], intents, emotion, SplitOf(cells.ElementAtOrDefault(4) ?? ""), last, open, slot);
    }

    private static (Intent? Last, Intent? Open, string? Slot) Context(string? context)
    {
        var (kind, rest) = context?.Split(':', 2) is [var before, var after] ? (before, after) : ("", "");
        var slash = rest.Split('/', 2);
        Intent? intent = Enum.TryParse<Intent>(slash[0], out var parsed) && rest.Length > 0 ? parsed : null;
        return kind == "open" ? (null, intent, slash.ElementAtOrDefault(1)) : (intent, null, null);
    }

    /// <summary>FNV-1a, 32 bit, over UTF-8; last decimal digit 8 is dev, 9 is test.</summary>
    private static CorpusSplit SplitOf(string family)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(family))
            hash = (hash ^ b) * 16777619;
        return (hash % 10) switch { 8 => CorpusSplit.Dev, 9 => CorpusSplit.Test, _ => CorpusSplit.Train };
    }
}
