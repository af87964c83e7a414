using System.Numerics.Tensors;

namespace Fleet.Language.Model;

/// <summary>
/// A linear model over hashed features: for each feature a row with a weight a column. Rows that training never met are not stored.
/// A feature counts by its rarity (inverse document frequency), and the features of a sentence have length 1 together, so that long and
/// short sentences compare.
/// </summary>
internal sealed class LinearModel(int[] rowOf, float[] rarity, float[] weights, float[] bias)
{
    /// <summary>Columns of a row.</summary>
    public int Columns => bias.Length;

    /// <summary>Row number by bucket; -1 for none.</summary>
    public int[] RowOf => rowOf;

    /// <summary>Inverse document frequency by row.</summary>
    public float[] Rarity => rarity;

    public float[] Weights => weights;

    public float[] Bias => bias;

    /// <summary>Writes the raw score of each column into <paramref name="scores"/>.</summary>
    public void Score(ReadOnlySpan<int> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            if (rowOf[feature] is var row and >= 0)
                TensorPrimitives.MultiplyAdd(weights.AsSpan(row * Columns, Columns), rarity[row], scores, scores);
        }
        TensorPrimitives.Multiply(scores, Scale(features), scores);
        TensorPrimitives.Add(scores, bias, scores);
    }

    /// <summary>What the sum over <paramref name="features"/> is multiplied by: one by the length of their vector.</summary>
    public float Scale(ReadOnlySpan<int> features)
    {
        var squares = 0f;
        foreach (var feature in features)
        {
            if (rowOf[feature] is var row and >= 0)
                squares += rarity[row] * rarity[row];
        }
        return squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
    }
}
