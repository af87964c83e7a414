using Fleet.Contracts.Language;

namespace Fleet.Contracts.Turns;

/// <summary>One task of a turn, as <c>POST /turns</c> of a specialist receives it.</summary>
/// <param name="ConversationId">The session's key.</param>
/// <param name="TurnId">The turn; with <paramref name="TaskId"/> it is the idempotency key of every write.</param>
/// <param name="TaskId">Unique in the conversation.</param>
/// <param name="Intent">What is asked.</param>
/// <param name="Text">The part of the message that asks it.</param>
/// <param name="Entities">All entities of the message; positions refer to the whole message.</param>
/// <param name="Emotion">How it sounds.</param>
/// <param name="Language">Language of the answer: <c>zh</c> or <c>en</c>.</param>
/// <param name="Principal">Who asks.</param>
/// <param name="SessionFacts">What earlier turns left.</param>
/// <param name="Answering">The question this message answers, if it does.</param>
/// <param name="Answer">The intent of the answer: Affirm, Deny, ProvideInfo, or the intent that was said.</param>
/// <param name="Now">The instant of the turn with the customer's offset.</param>
/// <param name="Deadline">When the Router stops waiting.</param>
public sealed record TaskRequest(
    string ConversationId, string TurnId, string TaskId, Intent Intent, string Text, IReadOnlyList<Entity> Entities,
    Emotion Emotion, string Language, Principal Principal, IReadOnlyList<Fact> SessionFacts,
    OpenQuestion? Answering, Intent? Answer, DateTimeOffset Now, DateTimeOffset Deadline);
