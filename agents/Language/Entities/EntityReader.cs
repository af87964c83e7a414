using Fleet.Contracts.Language;

namespace Fleet.Language.Entities;

/// <summary>All recognisers over one text. Where spans overlap the higher score stays, then the longer.</summary>
internal static class EntityReader
{
    public static IReadOnlyList<Entity> Read(string text, DateTimeOffset now)
    {
        var kept = new List<Entity>();
        var candidates = Numbers.Read(text).Concat(Words.Read(text)).Concat(Dates.Read(text, now));
        foreach (var candidate in candidates.OrderByDescending(e => e.Score).ThenByDescending(e => e.Length).ThenBy(e => e.Start))
        {
            if (!kept.Any(k => k.Start < candidate.Start + candidate.Length && candidate.Start < k.Start + k.Length))
                kept.Add(candidate);
        }
        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }
}
