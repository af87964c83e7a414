namespace Fleet.Contracts.Language;

/// <summary>What the conversation already knows and the model may use.</summary>
/// <param name="Now">The instant of the message, with the customer's offset: relative dates resolve against it.</param>
/// <param name="LastIntent">The intent answered last, if any.</param>
/// <param name="OpenQuestion">The intent whose question waits for an answer, if any.</param>
/// <param name="LanguageHint">BCP 47 of the conversation so far, if known.</param>
public sealed record UnderstandingContext(
    DateTimeOffset Now, Intent? LastIntent = null, Intent? OpenQuestion = null, string? LanguageHint = null);
