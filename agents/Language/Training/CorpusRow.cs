using Fleet.Contracts.Language;

namespace Fleet.Language.Training;

/// <summary>Which part of the corpus a row belongs to: by its family, so that near-copies never cross.</summary>
public enum CorpusSplit { Train, Dev, Test }

/// <summary>One labelled utterance.</summary>
/// <param name="Open">Intent and slot of the question that waited, as in <c>open:ExchangeItem/color</c>.</param>
public sealed record CorpusRow(
    string Text, IReadOnlyList<Intent> Intents, EmotionLabel Emotion, CorpusSplit Split, Intent? Last = null, Intent? Open = null, string? Slot = null);
