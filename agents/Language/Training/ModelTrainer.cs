using Fleet.Language.Model;

namespace Fleet.Language.Training;

/// <summary>From rows to the bytes of a model, and from bytes to an understanding.</summary>
public static class ModelTrainer
{
    /// <summary>Trains on the rows of the train split; the same rows give the same bytes.</summary>
    /// <param name="onEpoch">Called with the number of the epoch and its mean loss.</param>
    public static byte[] Train(IReadOnlyList<CorpusRow> rows, Action<int, double>? onEpoch = null) =>
        ModelFile.Write(Trainer.Train([.. rows.Where(r => r.Split == CorpusSplit.Train)], new TrainingSettings(), onEpoch));

    /// <summary>An understanding from the bytes of <see cref="Train"/>.</summary>
    public static LocalUnderstanding Open(byte[] model)
    {
        using var file = new MemoryStream(model);
        return new(ModelFile.Read(file));
    }
}
