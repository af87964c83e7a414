using Fleet.Language.Features;
using Fleet.Language.Model;

namespace Fleet.Language.Training;

/// <summary>
/// Trains one logistic regression an intent (labels are not exclusive) and one softmax over the emotions, on the same features, by AdaGrad
/// (Duchi, Hazan, Singer 2011) in an order that depends on the seed only: the same rows give the same bytes.
/// </summary>
internal static class Trainer
{
    public static LinearModel Train(IReadOnlyList<CorpusRow> rows, TrainingSettings settings, Action<int, double>? onEpoch = null)
    {
        var samples = rows.Select(Sample.Of).ToArray();
        var (rowOf, rarity) = Rows(samples, settings.RarestFeature);
        var count = rarity.Length;
        var columns = ModelLabels.Columns;
        var weights = new float[count * columns];
        var squares = new float[count * columns];
        var bias = new float[columns];
        var biasSquares = new float[columns];
        var scores = new float[columns];
        var order = Enumerable.Range(0, samples.Length).ToArray();
        var random = new Random(settings.Seed);
        var model = new LinearModel(rowOf, rarity, weights, bias);
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var index in order)
            {
                var sample = samples[index];
                model.Score(sample.Features, scores);
                loss += Gradient(scores, sample, settings);
                var scale = model.Scale(sample.Features);
                foreach (var feature in sample.Features)
                {
                    if (rowOf[feature] is var row and >= 0)
                        Step(weights.AsSpan(row * columns, columns), squares.AsSpan(row * columns, columns), scores, scale * rarity[row], settings);
                }
                Step(bias, biasSquares, scores, 1, settings with { Decay = 0 });
            }
            onEpoch?.Invoke(epoch + 1, loss / samples.Length);
        }
        return model;
    }

    /// <summary>Turns scores into gradients in place; returns the loss.</summary>
    private static double Gradient(Span<float> scores, Sample sample, TrainingSettings settings)
    {
        var loss = 0.0;
        for (var intent = 0; intent < ModelLabels.Intents; intent++)
        {
            var p = 1 / (1 + MathF.Exp(-scores[intent]));
            var truth = sample.IsIntent[intent];
            loss -= Math.Log(Math.Max(1e-7, truth ? p : 1 - p));
            scores[intent] = truth ? (p - 1) * settings.PositiveWeight : p;
        }
        var emotions = scores[ModelLabels.Intents..];
        var most = float.NegativeInfinity;
        foreach (var score in emotions)
            most = MathF.Max(most, score);
        var sum = 0f;
        foreach (var score in emotions)
            sum += MathF.Exp(score - most);
        for (var emotion = 0; emotion < emotions.Length; emotion++)
            emotions[emotion] = MathF.Exp(emotions[emotion] - most) / sum - (emotion == sample.Emotion ? 1 : 0);
        return loss;
    }

    private static void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float scale, TrainingSettings settings)
    {
        for (var column = 0; column < weights.Length; column++)
        {
            var g = gradient[column] * scale + settings.Decay * weights[column];
            if (MathF.Abs(g) < 1e-7f)
                continue;
            squares[column] += g * g;
            weights[column] -= settings.Rate * g / (MathF.Sqrt(squares[column]) + 1e-6f);
        }
    }

    private static (int[] RowOf, float[] Rarity) Rows(Sample[] samples, int rarest)
    {
        var met = new int[FeatureExtractor.Buckets];
        foreach (var feature in samples.SelectMany(s => s.Features))
            met[feature]++;
        var rowOf = new int[met.Length];
        var rarity = new List<float>();
        for (var bucket = 0; bucket < met.Length; bucket++)
        {
            rowOf[bucket] = met[bucket] >= rarest ? rarity.Count : -1;
            if (met[bucket] >= rarest)
                rarity.Add(MathF.Log((float)(samples.Length + 1) / (met[bucket] + 1)) + 1);
        }
        return (rowOf, [.. rarity]);
    }

    private sealed record Sample(int[] Features, bool[] IsIntent, int Emotion)
    {
        public static Sample Of(CorpusRow row)
        {
            var present = new bool[ModelLabels.Intents];
            foreach (var intent in row.Intents)
                present[(int)intent] = true;
            return new(FeatureExtractor.Of(row.Text, row.Last, row.Open, row.Slot), present, (int)row.Emotion);
        }
    }
}

/// <summary>How training goes; the defaults won on the dev split.</summary>
/// <param name="Epochs">Passes over the rows.</param>
/// <param name="Rate">AdaGrad's step.</param>
/// <param name="Decay">L2 penalty a step.</param>
/// <param name="RarestFeature">Features met less often are dropped.</param>
/// <param name="PositiveWeight">Weight of a present intent against an absent one.</param>
/// <param name="Seed">Order of the rows.</param>
internal sealed record TrainingSettings(
    int Epochs = 14, float Rate = 1, float Decay = 1e-5f, int RarestFeature = 2, float PositiveWeight = 3, int Seed = 7);
