using Fleet.Contracts.Language;
using Fleet.Dialogue.Care;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Wording;

namespace Fleet.Dialogue.Turns;

/// <summary>Makes one reply of what the tasks said: tone first, then every part in the order asked, then what follows.</summary>
public static class ReplyComposer
{
    /// <summary>The text of the reply.</summary>
    /// <param name="next">The session as it will be after the turn: its open questions decide what is said last.</param>
    public static string Compose(
        Session before, Session next, Understanding understanding, IReadOnlyList<TaskEnd> ends, HandoverDecision? handover, int? position, Phrasebook phrases)
    {
        var language = next.Language;
        var parts = new List<string>();
        if (Tone(understanding, ends) is { } tone)
            parts.Add(phrases.Say(language, tone));
        parts.AddRange(ends.Select(e => e.Outcome.Text).Where(text => text.Length > 0).Distinct());
        if (handover is not null)
            parts.Add(Promise(before, language, handover, position, phrases));
        else if (Resumed(before, next, ends) is { } pending)
            parts.Add(phrases.Say(language, "resume", pending.Prompt));
        return string.Join('\n', parts);
    }

    private static string? Tone(Understanding understanding, IReadOnlyList<TaskEnd> ends) => understanding.Emotion.Label switch
    {
        EmotionLabel.Angry => "tone.angry",
        EmotionLabel.Dissatisfied => "tone.dissatisfied",
        EmotionLabel.Anxious => "tone.anxious",
        _ when understanding.Intents.Any(i => i.Name == Intent.Greeting) && ends.Any(e => e.Task.Role is not null) => "tone.greeting",
        _ => null,
    };

    private static string Promise(Session before, string language, HandoverDecision handover, int? position, Phrasebook phrases)
    {
        var key = handover.Reason switch
        {
            "customer.asked" => before.HandoverReason is null ? "handover.asked" : "handover.again",
            "emotion.angry" or "emotion.repeated" => "handover.offered",
            "specialist.unavailable" => "handover.unavailable",
            _ => "handover.specialist",
        };
        var promise = phrases.Say(language, key);
        return position is { } place ? promise + phrases.Say(language, "handover.position", place) : promise;
    }

    /// <summary>The question that was open before, was not touched by this turn, and comes back now that the other matter is settled.</summary>
    private static PendingQuestion? Resumed(Session before, Session next, IReadOnlyList<TaskEnd> ends) =>
        before.Open is { } open && next.Open?.TaskId == open.TaskId && ends.All(e => e.Task.Answering is null)
        && ends.Any(e => e.Task.Role is not null)
            ? next.Questions[^1]
            : null;
}
