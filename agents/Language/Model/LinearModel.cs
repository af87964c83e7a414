using System.Numerics.Tensors;

namespace Fleet.Language.Model;

/// <summary>
/// A linear model over hashed features: for each feature a row with a weight a column. Rows that training never met are not stored.
/// Scores are sums over the features of a sentence, divided by the square root of their number so that long and short ones compare, plus a bias.
/// </summary>
internal sealed class LinearModel(int[] rowOf, float[] weights, float[] bias)
{
    /// <summary>Columns of a row.</summary>
    public int Columns => bias.Length;

    /// <summary>Row number by bucket; -1 for none.</summary>
    public int[] RowOf => rowOf;

    public float[] Weights => weights;

    public float[] Bias => bias;

    /// <summary>Writes the raw score of each column into <paramref name="scores"/>.</summary>
    public void Score(ReadOnlySpan<int> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            var row = rowOf[feature];
            if (row >= 0)
                TensorPrimitives.Add(scores, weights.AsSpan(row * Columns, Columns), scores);
        }
        TensorPrimitives.Multiply(scores, Scale(features.Length), scores);
        TensorPrimitives.Add(scores, bias, scores);
    }

    /// <summary>What a sum over <paramref name="features"/> features is multiplied by.</summary>
    public static float Scale(int features) => 1 / MathF.Sqrt(Math.Max(1, features));
}
