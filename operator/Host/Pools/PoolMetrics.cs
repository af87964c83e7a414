using Fleet.Contracts.Agents;
using Fleet.Core.Scaling;
using Prometheus;

namespace Fleet.Operator.Pools;

/// <summary>The operator's own metrics of pools.</summary>
internal static class PoolMetrics
{
    private static readonly Gauge Desired = Metrics.CreateGauge(MetricNames.DesiredReplicas, "Replicas that the operator wants.", "pool");
    private static readonly Gauge Ready = Metrics.CreateGauge(MetricNames.ReadyReplicas, "Replicas that take work.", "pool");
    private static readonly Counter Decisions = Metrics.CreateCounter(MetricNames.ScaleDecisions, "Changes of size, by what asked for them.", "winner");

    public static void Shown(string pool, int desired, int ready)
    {
        Desired.WithLabels(pool).Set(desired);
        Ready.WithLabels(pool).Set(ready);
    }

    public static void Decided(ScalingDecision decision) => Decisions.WithLabels(decision.Winner.ToString()).Inc();
}
