using Fleet.Contracts.Agents;
using Prometheus;

namespace Fleet.Agents.Observability;

/// <summary>The metrics that dashboards and the operator read; names are contracts.</summary>
internal static class AgentMetrics
{
    public static readonly Histogram TurnDuration = Metrics.CreateHistogram(
        MetricNames.TurnDuration, "Time from a turn's arrival to its reply.", ["role", "channel", "outcome"],
        new HistogramConfiguration { Buckets = [.002, .005, .01, .02, .035, .05, .075, .1, .15, .2, .3, .5, .75, 1, 1.5, 2, 3, 5, 10] });

    public static readonly Counter Turns = Metrics.CreateCounter(MetricNames.Turns, "Turns by outcome.", ["role", "outcome"]);

    public static readonly Gauge Load = Metrics.CreateGauge(MetricNames.Load, "Work this process has now.", ["metric"]);

    public static readonly Counter Intents = Metrics.CreateCounter(MetricNames.Intents, "Intents by outcome.", ["intent", "outcome"]);

    public static readonly Counter Handovers = Metrics.CreateCounter(MetricNames.Handovers, "Hand-overs to a person.", ["reason"]);
}
