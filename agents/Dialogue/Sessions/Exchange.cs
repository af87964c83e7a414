using Fleet.Contracts.Language;

namespace Fleet.Dialogue.Sessions;

/// <summary>One turn as a person who takes over reads it.</summary>
public sealed record Exchange(DateTimeOffset At, string Said, string Replied, IReadOnlyList<Intent> Intents, EmotionLabel Emotion);
