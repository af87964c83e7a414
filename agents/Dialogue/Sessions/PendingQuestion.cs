using Fleet.Contracts.Turns;

namespace Fleet.Dialogue.Sessions;

/// <summary>A question that waits for its answer.</summary>
/// <param name="Question">What the specialist asked.</param>
/// <param name="Prompt">The sentence in which the customer was asked: said again when the talk comes back to it.</param>
public sealed record PendingQuestion(OpenQuestion Question, string Prompt);
