using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Dialogue.Sessions;

/// <summary>All that a conversation remembers between two messages.</summary>
/// <param name="Id">Key of the conversation.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Turns">Turns answered so far; numbers the next one.</param>
/// <param name="Language">BCP 47 of the last message that had one.</param>
/// <param name="LastIntent">The last intent that a specialist worked on.</param>
/// <param name="Questions">Open questions; the last one was asked most recently.</param>
/// <param name="Facts">What specialists want to see again: <c>focus.*</c> and <c>candidates</c>.</param>
/// <param name="UnhappyTurns">Grows with each unhappy message, shrinks with each calm one.</param>
/// <param name="HandoverReason">Set while a person has been asked for.</param>
/// <param name="Recent">The last turns, oldest first.</param>
public sealed record Session(
    string Id, DateTimeOffset StartedAt, int Turns, string Language, Intent? LastIntent, IReadOnlyList<PendingQuestion> Questions,
    IReadOnlyList<Fact> Facts, int UnhappyTurns, string? HandoverReason, IReadOnlyList<Exchange> Recent)
{
    /// <summary>A conversation in which nothing was said.</summary>
    public static Session New(string id, DateTimeOffset now) => new(id, now, 0, "zh", null, [], [], 0, null, []);

    /// <summary>The question that an answer would bind to first.</summary>
    public OpenQuestion? Open => Questions.Count > 0 ? Questions[^1].Question : null;
}
