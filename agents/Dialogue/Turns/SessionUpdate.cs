using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Care;
using Fleet.Dialogue.Sessions;

namespace Fleet.Dialogue.Turns;

/// <summary>What the conversation remembers after a turn.</summary>
public static class SessionUpdate
{
    private const int MostQuestions = 4;
    private const int MostExchanges = 12;

    /// <summary>The next session; <see cref="Remember"/> adds the words once the reply is composed.</summary>
    public static Session Apply(Session session, Understanding understanding, IReadOnlyList<TaskEnd> ends, HandoverDecision? handover) =>
        session with
        {
            Turns = session.Turns + 1,
            Language = understanding.Language is "zh" or "en" ? understanding.Language : session.Language,
            LastIntent = ends.LastOrDefault(e => e.Task.Role is not null)?.Task.Intent ?? session.LastIntent,
            Questions = Questions(session, ends),
            Facts = Facts(session, ends),
            UnhappyTurns = Unhappiness.After(session, understanding.Emotion),
            HandoverReason = handover?.Reason ?? session.HandoverReason,
        };

    /// <summary>Adds the exchange to what a person would read.</summary>
    public static Session Remember(Session session, Understanding understanding, string reply, DateTimeOffset now) =>
        session with
        {
            Recent = [.. session.Recent.TakeLast(MostExchanges - 1),
                new(now, understanding.Text, reply, [.. understanding.Intents.Select(i => i.Name)], understanding.Emotion.Label)],
        };

    private static List<PendingQuestion> Questions(Session session, IReadOnlyList<TaskEnd> ends)
    {
        var answered = ends.Select(e => e.Task.Answering?.TaskId).ToHashSet();
        // A newer request of the same kind replaces the question of the older one.
        var replaced = ends.Where(e => e.Task.Reason is "new" or "correction").Select(e => e.Task.Intent).ToHashSet();
        var kept = session.Questions.Where(p => !answered.Contains(p.Question.TaskId) && !replaced.Contains(p.Question.Intent));
        // Of two questions in one reply the first is answered first: it lies on top.
        var asked = ends.Where(e => e.Outcome.Question is not null)
            .Select(e => new PendingQuestion(e.Outcome.Question!, LastSentence(e.Outcome.Text))).Reverse();
        return [.. kept.Concat(asked).TakeLast(MostQuestions)];
    }

    private static List<Fact> Facts(Session session, IReadOnlyList<TaskEnd> ends)
    {
        var facts = session.Facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        foreach (var fact in ends.SelectMany(e => e.Outcome.Facts).Where(Stays))
            facts[fact.Name] = fact.Value;
        return [.. facts.Select(f => new Fact(f.Key, f.Value)).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private static bool Stays(Fact fact) => fact.Name == "candidates" || fact.Name.StartsWith("focus.", StringComparison.Ordinal);

    private static string LastSentence(string text)
    {
        var body = text.TrimEnd();
        var cut = body.Length < 2 ? -1 : body.LastIndexOfAny(['。', '!', '!', '\n', ';'], body.Length - 2);
        return body[(cut + 1)..].Trim();
    }
}
