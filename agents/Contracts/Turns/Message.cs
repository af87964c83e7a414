using Fleet.Contracts.Language;

namespace Fleet.Contracts.Turns;

/// <summary>What <c>POST /v1/messages</c> and <c>/chat</c> accept.</summary>
/// <param name="Channel">Name of the channel, such as <c>web</c>.</param>
/// <param name="Sender">The channel's identity of the writer.</param>
/// <param name="Text">What was written.</param>
/// <param name="Id">The channel's message id: the same id gets the same reply, and no second effect.</param>
/// <param name="Account">The shop's account on the channel, where it has several.</param>
public sealed record Message(string Channel, string Sender, string Text, string? Id = null, string? Account = null);

/// <summary>One intent of the turn and how it ended.</summary>
public sealed record IntentOutcome(Intent Name, double Confidence, Outcome Outcome);

/// <summary>Whether and why a person takes over.</summary>
public sealed record Handover(bool Asked, string? Reason = null, int? Position = null);

/// <summary>What the customer gets back.</summary>
public sealed record Reply(
    [property: System.Text.Json.Serialization.JsonPropertyName("reply")] string Text,
    IReadOnlyList<IntentOutcome> Intents, Emotion Emotion, string Session, Handover Handover, double ElapsedMs);
