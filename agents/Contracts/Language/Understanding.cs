namespace Fleet.Contracts.Language;

/// <summary>An intent with its calibrated probability in 0..1, and the part of the text that carries it.</summary>
public sealed record IntentScore(Intent Name, double Confidence, string? Clause = null);

/// <summary>What a message means.</summary>
/// <param name="Text">The text as it was written.</param>
/// <param name="Intents">In the order in which they were asked; never empty (OutOfScope when nothing fits).</param>
/// <param name="Entities">By position.</param>
/// <param name="Emotion">How it sounds.</param>
/// <param name="Language">BCP 47: <c>zh</c>, <c>en</c>, or <c>und</c>.</param>
/// <param name="Unsure">The local model abstains: a second opinion is worth its time.</param>
public sealed record Understanding(
    string Text,
    IReadOnlyList<IntentScore> Intents,
    IReadOnlyList<Entity> Entities,
    Emotion Emotion,
    string Language,
    bool Unsure = false);
