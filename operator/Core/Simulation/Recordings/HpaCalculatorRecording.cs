using System.Text.Json;
using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>Direct calls of the HPA's replica calculator.</summary>
internal static class HpaCalculatorRecording
{
    internal static Comparison Compare(IEnumerable<JsonElement> lines)
    {
        var comparison = new Comparison();
        var number = 1;
        foreach (var line in lines.Skip(1))
        {
            number++;
            var model = Call(line);
            comparison.Line($"line {number} {line.Text("kind")}",
                ("replicas", line.Nullable("replicas"), model?.Replicas),
                ("usage", line.Field("replicas") is null ? null : line.Long("usage_milli"), model?.Usage));
        }
        return comparison;
    }

    private static (int Replicas, long Usage)? Call(JsonElement line)
    {
        var (current, target) = (line.Int("current"), line.Long("target_milli"));
        var (down, up) = (line.Double("tolerance_down"), line.Double("tolerance_up"));
        if (line.Text("kind") == "pods")
        {
            var (sum, pods) = line.Pods();
            return HpaMetrics.Pods(sum, pods, line.Int("running_no_metric"), line.Int("pending"), current, target, down, up);
        }

        var total = line.GetProperty("totals_milli").EnumerateArray().Sum(value => value.GetInt64());
        return line.Text("kind") == "external_average"
            ? HpaMetrics.ExternalAverage(total, current, target, down, up)
            : HpaMetrics.ExternalValue(total, current, target, line.Int("ready"), line.Int("pods_listed"), down, up);
    }
}
