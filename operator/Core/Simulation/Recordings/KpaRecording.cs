using System.Text.Json;
using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>Runs of the Knative autoscaler with its metric windows.</summary>
internal static class KpaRecording
{
    internal static Comparison Compare(IEnumerable<JsonElement> lines)
    {
        var comparison = new Comparison();
        (long Epoch, KpaWindow Stable, KpaWindow Panic, KpaScaler Scaler)? model = null;
        foreach (var line in lines)
        {
            if (model is null)
            {
                model = (line.Long("epoch"), new(line.Double("stable_window_seconds"), 1), new(line.Double("panic_window_seconds"), 1), new(Settings(line)));
                continue;
            }

            var (epoch, stable, panic, scaler) = model.Value;
            var t = line.Long("t");
            var second = t - 1;
            foreach (var sample in line.GetProperty("samples").EnumerateArray())
            {
                if (sample.ValueKind == JsonValueKind.Number)
                {
                    stable.Write((epoch + second) * 1000, sample.GetDouble());
                    panic.Write((epoch + second) * 1000, sample.GetDouble());
                }
                second++;
            }
            Line(comparison, line, (epoch + t) * 1000, stable, panic, scaler);
        }
        return comparison;
    }

    internal static KpaSettings Settings(JsonElement head) => new()
    {
        TargetValue = head.Double("target_value"),
        TotalValue = head.Double("total_value"),
        StableWindowSeconds = head.Double("stable_window_seconds"),
        PanicThreshold = head.Double("panic_threshold"),
        MaximumUpRate = head.Double("max_scale_up_rate"),
        MaximumDownRate = head.Double("max_scale_down_rate"),
        BurstCapacity = head.Double("target_burst_capacity"),
        ActivationScale = head.Int("activation_scale"),
        DownDelaySeconds = head.Double("scale_down_delay_seconds"),
        Reachable = head.Flag("reachable"),
    };

    private static void Line(Comparison comparison, JsonElement line, long now, KpaWindow stable, KpaWindow panic, KpaScaler scaler)
    {
        double? stableAverage = stable.IsEmpty(now) ? null : stable.Average(now);
        double? panicAverage = stableAverage is null ? null : panic.Average(now);
        KpaScale? scale = stableAverage is { } one && panicAverage is { } other ? scaler.Scale(now / 1000, line.Int("ready"), one, other) : null;
        comparison.Line($"t={line.Long("t")}",
            ("stable", line.NullableDouble("stable"), stableAverage),
            ("panic", line.NullableDouble("panic"), panicAverage),
            ("desired", line.Nullable("desired"), scale?.Desired),
            ("ebc", line.Nullable("ebc"), scale?.ExcessBurstCapacity),
            ("in_panic", scale is null ? null : line.Flag("in_panic"), scale?.InPanic));
    }
}
