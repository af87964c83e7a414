using Fleet.Contracts.Language;

namespace Fleet.Language.Model;

/// <summary>Columns of the weight table: the intents in taxonomy order, then the emotions.</summary>
internal static class ModelLabels
{
    public static readonly int Intents = Enum.GetValues<Intent>().Length;
    public static readonly int Emotions = Enum.GetValues<EmotionLabel>().Length;
    public static readonly int Columns = Intents + Emotions;
}
