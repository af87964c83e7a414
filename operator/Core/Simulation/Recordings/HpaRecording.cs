using System.Text.Json;
using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>Runs of the whole HPA controller, with a Pods metric or with external ones.</summary>
internal static class HpaRecording
{
    internal static Comparison Compare(IEnumerable<JsonElement> lines)
    {
        var comparison = new Comparison();
        JsonElement? head = null;
        HpaController? controller = null;
        foreach (var line in lines)
        {
            if (head is null)
            {
                head = line;
                controller = new(Settings(line));
                continue;
            }

            var pass = controller!.Pass(line.Long("t"), line.Int("current"), () => Recommend(head.Value, line));
            comparison.Line($"t={line.Long("t")}",
                ("raw", line.Nullable("raw"), pass.Raw),
                ("stabilized", line.Nullable("stabilized"), pass.Stabilized),
                ("desired", line.Int("desired"), pass.Desired));
        }
        return comparison;
    }

    private static int? Recommend(JsonElement head, JsonElement line)
    {
        var (current, target) = (line.Int("current"), head.Long("target_milli"));
        var (down, up) = (head.Double("tolerance_down"), head.Double("tolerance_up"));
        if (head.Text("metric").StartsWith("Pods", StringComparison.Ordinal))
        {
            var (sum, pods) = line.Pods();
            return line.Flag("metrics_lost")
                ? null
                : HpaMetrics.Pods(sum, pods, line.Int("running_no_metric"), line.Int("pending"), current, target, down, up)?.Replicas;
        }

        int? load = line.Field("total_milli") is { } total ? HpaMetrics.ExternalAverage(total.GetInt64(), current, target, down, up).Replicas : null;
        if (head.Field("cron") is null) return load;
        int? cron = line.Field("cron_milli") is { } wanted ? HpaMetrics.ExternalAverage(wanted.GetInt64(), current, 1000, down, up).Replicas : null;
        return KedaCron.Largest(load, cron, current);
    }

    private static HpaSettings Settings(JsonElement head) => new(
        head.Int("min"), head.Int("max"), head.Double("tolerance_up"), head.Double("tolerance_down"),
        head.Int("controller_downscale_stabilization_seconds"),
        head.Field("behavior") is { } behavior
            ? new(Rules(behavior.GetProperty("scaleUp"), 0), Rules(behavior.GetProperty("scaleDown"), head.Int("controller_downscale_stabilization_seconds")))
            : null);

    private static ScalingRules Rules(JsonElement rules, int window) => new(
        rules.Nullable("stabilizationWindowSeconds") ?? window,
        rules.Text("selectPolicy") == "Min",
        [.. rules.GetProperty("policies").EnumerateArray().Select(rule =>
            new ScalingRule(rule.Text("type") == "Percent", rule.Int("value"), rule.Int("periodSeconds")))]);
}
