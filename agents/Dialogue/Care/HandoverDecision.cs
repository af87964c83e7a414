using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Turns;

namespace Fleet.Dialogue.Care;

/// <summary>Whether a person is called, and why.</summary>
/// <param name="Reason"><c>customer.asked</c>, <c>emotion.angry</c>, <c>emotion.repeated</c>, <c>specialist.unavailable</c>, or a specialist's own reason.</param>
/// <param name="Urgent">Goes before those who are calm.</param>
public sealed record HandoverDecision(string Reason, bool Urgent)
{
    private const double AngryEnough = 0.6;
    private const int UnhappyTooOften = 3;

    /// <summary>The decision for a turn; null when nobody is needed. What the customer asked for comes before what we conclude.</summary>
    public static HandoverDecision? Of(Session session, Understanding understanding, IReadOnlyList<TaskEnd> ends)
    {
        var angry = understanding.Emotion is { Label: EmotionLabel.Angry, Intensity: >= AngryEnough };
        if (ends.Any(e => e.Task.Intent == Intent.HumanAgent))
            return new("customer.asked", angry);
        if (ends.FirstOrDefault(e => e.Outcome.Outcome == Outcome.HandedOver) is { } handed)
            return new(handed.Outcome.Reason, angry);
        if (angry)
            return new("emotion.angry", true);
        if (Unhappiness.After(session, understanding.Emotion) >= UnhappyTooOften)
            return new("emotion.repeated", true);
        return ends.Any(e => e.Outcome.Outcome == Outcome.Failed) ? new("specialist.unavailable", false) : null;
    }
}
