using System.Text.Json;

namespace Fleet.Load;

/// <summary>The result; latencies in milliseconds, from when the turn was due.</summary>
/// <param name="Retried">Messages sent again after a broken try.</param>
/// <param name="Kills">Processes ended on purpose.</param>
/// <param name="ErrorKinds">Errors by what was said.</param>
/// <param name="Samples">The first doubled and wrong replies.</param>
internal sealed record Report(
    int Turns, int Answered, int Errors, int Lost, int Doubled, int Wrong,
    double MeanMs, double P50Ms, double P95Ms, double P99Ms, double MaxMs, int Retried, int Kills, double Seconds, IReadOnlyDictionary<string, int> ErrorKinds,
    IReadOnlyList<string> Samples)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every turn got the one right reply.</summary>
    public bool Clean => Errors + Lost + Doubled + Wrong == 0;

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
        turns    {Turns} in {Seconds} s ({Turns / Math.Max(Seconds, 0.001):0.#}/s)
        answered {Answered}   errors {Errors}   lost {Lost}   doubled {Doubled}   wrong {Wrong}   sent again {Retried}   killed {Kills}
        ms       mean {MeanMs}   p50 {P50Ms}   p95 {P95Ms}   p99 {P99Ms}   max {MaxMs}
        {string.Join('\n', Samples)}
        {string.Join('\n', ErrorKinds.Select(one => $"error    {one.Value} × {one.Key}"))}
        """).TrimEnd();
}
