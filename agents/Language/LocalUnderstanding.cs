using Fleet.Contracts.Language;
using Fleet.Language.Clauses;
using Fleet.Language.Entities;
using Fleet.Language.Features;
using Fleet.Language.Model;

namespace Fleet.Language;

/// <summary>The local model with its rules. Thread safe: nothing changes after loading.</summary>
public sealed class LocalUnderstanding : IUnderstanding
{
    private const int LongestText = 4000;

    private readonly LinearModel _model;

    internal LocalUnderstanding(LinearModel model) => _model = model;

    /// <summary>Loads the model that ships with this assembly.</summary>
    /// <exception cref="InvalidDataException">The build has no model, or one of another version.</exception>
    public static LocalUnderstanding Load()
    {
        using var file = typeof(LocalUnderstanding).Assembly.GetManifestResourceStream("understanding.model")
            ?? throw new InvalidDataException("this build holds no understanding model; run `agent train` and build again");
        return new(ModelFile.Read(file));
    }

    /// <inheritdoc />
    public Understanding Understand(string text, UnderstandingContext context) => Understand(text, context, slot: null);

    internal Understanding Understand(string text, UnderstandingContext context, string? slot)
    {
        var read = text.Length > LongestText ? text[..LongestText] : text;
        var language = LanguageDetector.Of(read, context.LanguageHint);
        if (string.IsNullOrWhiteSpace(read))
            return new(text, [new(Intent.OutOfScope, 1)], [], Emotion.Calm, language);
        var entities = EntityReader.Read(read, context.Now);
        if (FollowUp.Of(read, entities) is { } followUp)
            return new(text, [new(followUp, FollowUp.Confidence)], entities, Emotion.Calm, language);
        var (whole, emotion) = Score(read, context.LastIntent, context.OpenQuestion, slot);
        var clauses = ClauseSplitter.Split(read);
        var parts = clauses.Count > 1 ? clauses.Select(c => Score(c.Text, null, null, null).Intents).ToList() : [];
        var decided = IntentDecision.Decide(whole, parts);
        var intents = decided.Select(d => new IntentScore(d.Intent, Math.Round(d.Probability, 4), parts.Count > 1 ? clauses[d.Clause].Text : null));
        return new(text, [.. intents], entities, emotion, language, decided[0].Probability < IntentDecision.Abstain);
    }

    private (float[] Intents, Emotion Emotion) Score(string text, Intent? last, Intent? open, string? slot)
    {
        Span<float> scores = stackalloc float[ModelLabels.Columns];
        _model.Score(FeatureExtractor.Of(text, last, open, slot), scores);
        var intents = new float[ModelLabels.Intents];
        for (var intent = 0; intent < intents.Length; intent++)
            intents[intent] = 1 / (1 + MathF.Exp(-scores[intent]));
        return (intents, EmotionOf(scores[ModelLabels.Intents..]));
    }

    private static Emotion EmotionOf(ReadOnlySpan<float> scores)
    {
        var most = 0;
        for (var label = 1; label < scores.Length; label++)
            most = scores[label] > scores[most] ? label : most;
        var sum = 0f;
        foreach (var score in scores)
            sum += MathF.Exp(score - scores[most]);
        return (EmotionLabel)most == EmotionLabel.Calm ? Emotion.Calm : new((EmotionLabel)most, Math.Round(1 / sum, 2));
    }
}
