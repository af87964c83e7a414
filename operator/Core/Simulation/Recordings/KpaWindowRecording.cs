using System.Text.Json;
using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>Writes into and reads from Knative's metric windows.</summary>
internal static class KpaWindowRecording
{
    internal static Comparison Compare(IEnumerable<JsonElement> lines)
    {
        var comparison = new Comparison();
        (long Epoch, KpaWindow Window)? model = null;
        foreach (var line in lines)
        {
            if (model is null)
            {
                model = (line.Long("epoch") * 1000, new(line.Double("window_seconds"), (int)line.Double("granularity_seconds")));
                continue;
            }

            var (epoch, window) = model.Value;
            if (line.Field("write_ms") is { } write) window.Write(epoch + write.GetInt64(), line.Double("value"));
            var now = epoch + line.Long("t_ms");
            var (recorded, weighted) = (line.Double("weighted"), window.Weighted(now));
            comparison.Line($"t_ms={line.Long("t_ms")}",
                ("empty", line.Flag("empty"), window.IsEmpty(now)),
                ("linear", line.Double("linear"), window.Average(now)),
                // The order of a weighted sum is free, so its last bit is as well.
                ("weighted", recorded, Math.Abs(weighted - recorded) <= 1e-12 * Math.Abs(recorded) ? recorded : weighted));
        }
        return comparison;
    }
}
