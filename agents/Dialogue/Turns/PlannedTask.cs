using Fleet.Contracts.Agents;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Dialogue.Turns;

/// <summary>One thing to do for one intent of a message.</summary>
/// <param name="TaskId">Unique in the conversation and the same when the turn is worked on again.</param>
/// <param name="Heard">The intent as it was heard; <see cref="Intent"/> may differ when the message answers a question.</param>
/// <param name="Intent">What is worked on.</param>
/// <param name="Role">Who works on it; null: the Router itself.</param>
/// <param name="Text">The part of the message that asks it.</param>
/// <param name="Answering">The question this answers.</param>
/// <param name="Answer">How it was answered, or the kind of correction.</param>
/// <param name="Reason">Why it was planned so: <c>new</c>, <c>answer</c>, <c>correction</c>, <c>router</c>.</param>
public sealed record PlannedTask(
    string TaskId, IntentScore Heard, Intent Intent, AgentRole? Role, string Text, OpenQuestion? Answering, Intent? Answer, string Reason);
