using Fleet.Contracts.Language;

namespace Fleet.Contracts.Turns;

/// <summary>How a specialist ended a task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Intent">Its intent.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">A stable code for machines, such as <c>parcel.in-transit</c> or <c>return.window-closed</c>.</param>
/// <param name="Text">The sentence for the customer, without greeting.</param>
/// <param name="Facts">What the text stands on, and what the session keeps.</param>
/// <param name="Question">What the customer must answer next, if anything.</param>
public sealed record TaskOutcome(
    string TaskId, Intent Intent, Outcome Outcome, string Reason, string Text, IReadOnlyList<Fact> Facts, OpenQuestion? Question = null);
