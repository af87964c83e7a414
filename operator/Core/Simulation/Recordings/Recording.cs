using System.Text.Json;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>
/// A recorded run of a real autoscaler: a first line of parameters, then one line a tick with every input and the output. The kind
/// is told by the folder: `hpa-calculator`, `hpa-…`, `kpa-windows`, `kpa-calls`, `kpa…`.
/// </summary>
public static class Recording
{
    /// <summary>Feeds the inputs of every line to the model of <paramref name="policy"/> and compares the outputs exactly.</summary>
    /// <exception cref="JsonException">A line is not JSON.</exception>
    public static RecordingResult Compare(string policy, IEnumerable<string> lines)
    {
        var parsed = lines.Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
        Func<IEnumerable<JsonElement>, Comparison> compare = policy switch
        {
            "hpa-calculator" => HpaCalculatorRecording.Compare,
            "kpa-windows" => KpaWindowRecording.Compare,
            "kpa-calls" => KpaCallRecording.Compare,
            _ when policy.StartsWith("hpa", StringComparison.Ordinal) => HpaRecording.Compare,
            _ when policy.StartsWith("kpa", StringComparison.Ordinal) => KpaRecording.Compare,
            _ => throw new ArgumentException($"no model for the recorded policy '{policy}'; known are hpa-… and kpa…", nameof(policy)),
        };
        return compare(parsed).Result;
    }
}
