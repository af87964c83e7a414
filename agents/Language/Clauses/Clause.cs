namespace Fleet.Language.Clauses;

/// <summary>A part of a message that may ask for one thing.</summary>
/// <param name="Text">Its words without joiners.</param>
/// <param name="Start">First UTF-16 unit in the message.</param>
internal sealed record Clause(string Text, int Start);
