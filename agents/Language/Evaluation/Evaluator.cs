using System.Diagnostics;
using Fleet.Contracts.Language;
using Fleet.Language.Training;

namespace Fleet.Language.Evaluation;

/// <summary>Scores an understanding on labelled rows.</summary>
public static class Evaluator
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 10, 12, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Runs every row and counts.</summary>
    public static EvaluationReport Run(LocalUnderstanding understanding, IReadOnlyList<CorpusRow> rows)
    {
        var begun = Stopwatch.GetTimestamp();
        var heard = rows.Select(r => understanding.Understand(r.Text, new(Noon, r.Last, r.Open), r.Slot)).ToList();
        var perSecond = rows.Count / Math.Max(1e-9, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        var pairs = rows.Zip(heard, (row, understood) => (Row: row, Heard: understood, Guess: understood.Intents.Select(i => i.Name).ToHashSet())).ToList();
        var singles = pairs.Where(p => p.Row.Intents.Count == 1).ToList();
        var several = pairs.Where(p => p.Row.Intents.Count > 1).ToList();
        var intents = Enum.GetValues<Intent>()
            .Select(i => Score(i.ToString(), pairs.Select(p => (p.Row.Intents.Contains(i), p.Guess.Contains(i))))).Where(s => s.Rows > 0).ToList();
        var emotions = Enum.GetValues<EmotionLabel>()
            .Select(e => Score(e.ToString(), pairs.Select(p => (p.Row.Emotion == e, p.Heard.Emotion.Label == e)))).Where(s => s.Rows > 0).ToList();
        var right = pairs.Sum(p => p.Guess.Count(g => p.Row.Intents.Contains(g)));
        return new(
            rows.Count, Share(singles, p => Best(p.Heard) == p.Row.Intents[0]), Share(pairs, p => p.Guess.SetEquals(p.Row.Intents)),
            Share(several, p => p.Row.Intents.All(p.Guess.Contains)),
            2.0 * right / Math.Max(1, pairs.Sum(p => p.Guess.Count) + pairs.Sum(p => p.Row.Intents.Count)), intents.Average(i => i.F1),
            Share(pairs, p => p.Heard.Emotion.Label == p.Row.Emotion), emotions.Average(e => e.F1),
            Calibration([.. singles.Select(p => (p.Heard.Intents.Max(i => i.Confidence), Best(p.Heard) == p.Row.Intents[0]))]),
            Share(pairs, p => p.Heard.Unsure), perSecond, intents,
            [.. singles.Where(p => Best(p.Heard) != p.Row.Intents[0]).GroupBy(p => (Truth: p.Row.Intents[0], Guess: Best(p.Heard)))
                .Select(g => new Confusion(g.Key.Truth, g.Key.Guess, g.Count(), g.First().Row.Text)).OrderByDescending(c => c.Rows).Take(40)]);
    }

    private static Intent Best(Understanding heard) => heard.Intents.MaxBy(i => i.Confidence)!.Name;

    private static double Share<T>(IReadOnlyCollection<T> of, Func<T, bool> which) => of.Count == 0 ? 1 : (double)of.Count(which) / of.Count;

    private static LabelScore Score(string name, IEnumerable<(bool Truth, bool Guess)> rows)
    {
        int both = 0, truth = 0, guess = 0;
        foreach (var row in rows)
        {
            both += row is { Truth: true, Guess: true } ? 1 : 0;
            truth += row.Truth ? 1 : 0;
            guess += row.Guess ? 1 : 0;
        }
        var precision = guess == 0 ? 0 : (double)both / guess;
        var recall = truth == 0 ? 0 : (double)both / truth;
        return new(name, truth, precision, recall, both == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static double Calibration(IReadOnlyList<(double Confidence, bool Right)> guesses) =>
        guesses.GroupBy(g => Math.Min(9, (int)(g.Confidence * 10)))
            .Sum(bin => Math.Abs(bin.Average(g => g.Confidence) - bin.Average(g => g.Right ? 1.0 : 0)) * bin.Count() / Math.Max(1, guesses.Count));
}
