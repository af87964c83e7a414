using Fleet.Contracts.Language;

namespace Fleet.Language.Model;

/// <summary>
/// Decides which intents a message holds from the scores of the whole and of its clauses. The whole knows the context, the clauses know
/// where one request ends and the next begins; the weights and thresholds were chosen on the dev split.
/// </summary>
internal static class IntentDecision
{
    /// <summary>A second intent needs at least this probability.</summary>
    public const float Accept = 0.5f;

    /// <summary>Below this the best guess is reported as unsure.</summary>
    public const float Abstain = 0.35f;

    private const float ClauseWeight = 0.9f;
    private const int MostIntents = 4;

    /// <summary>The intents by where they were said; the message's own best guess when nothing is sure.</summary>
    /// <param name="whole">Probabilities of the whole message by intent.</param>
    /// <param name="clauses">Probabilities of each clause; empty when the message has a single clause.</param>
    public static IReadOnlyList<(Intent Intent, float Probability, int Clause)> Decide(float[] whole, IReadOnlyList<float[]> clauses)
    {
        var found = new List<(Intent Intent, float Probability, int Clause)>();
        for (var intent = 0; intent < whole.Length; intent++)
        {
            var (probability, at) = (whole[intent], 0);
            for (var clause = 0; clause < clauses.Count; clause++)
            {
                if (clauses[clause][intent] > clauses[at][intent])
                    at = clause;
            }
            // A greeting or thanks in a clause of its own is not what the message is about.
            if (clauses.Count > 0 && IntentDomains.Of((Intent)intent) is not IntentDomain.General)
                probability = MathF.Max(probability, ClauseWeight * clauses[at][intent]);
            found.Add(((Intent)intent, probability, at));
        }
        found.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        var accepted = found.Where((f, rank) => rank == 0 || f.Probability >= Accept).Take(MostIntents).ToList();
        return [.. accepted.OrderBy(f => f.Clause).ThenByDescending(f => f.Probability)];
    }
}
