using System.Text.Json;
using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>Sequences of direct calls of the Knative decision; a line with `sequence` starts a new autoscaler.</summary>
internal static class KpaCallRecording
{
    internal static Comparison Compare(IEnumerable<JsonElement> lines)
    {
        var comparison = new Comparison();
        (int Number, long Epoch, KpaScaler Scaler)? sequence = null;
        foreach (var line in lines)
        {
            if (line.Field("sequence") is { } number)
            {
                sequence = (number.GetInt32(), line.Long("epoch"), new(KpaRecording.Settings(line)));
                continue;
            }

            var scale = sequence!.Value.Scaler.Scale(
                sequence.Value.Epoch + line.Double("t"), line.Int("ready"), line.Double("stable"), line.Double("panic"));
            comparison.Line($"sequence {sequence.Value.Number} t={line.Double("t")}",
                ("desired", line.Int("desired"), scale.Desired),
                ("ebc", line.Int("ebc"), scale.ExcessBurstCapacity),
                ("in_panic", line.Flag("in_panic"), scale.InPanic));
        }
        return comparison;
    }
}
