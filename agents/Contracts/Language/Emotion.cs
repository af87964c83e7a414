namespace Fleet.Contracts.Language;

/// <summary>How the customer sounds.</summary>
public enum EmotionLabel { Calm, Pleased, Anxious, Dissatisfied, Angry }

/// <summary>A label with its intensity in 0..1; Calm has intensity 0.</summary>
public sealed record Emotion(EmotionLabel Label, double Intensity)
{
    /// <summary>Nothing beyond calm was heard.</summary>
    public static Emotion Calm { get; } = new(EmotionLabel.Calm, 0);
}
