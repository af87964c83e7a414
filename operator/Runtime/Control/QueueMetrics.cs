using Prometheus;

namespace Fleet.Runtime.Control;

/// <summary>Counts of one controller: its queue and its reconciles. Names follow controller-runtime where it has one.</summary>
public sealed class QueueMetrics
{
    private readonly Gauge.Child _depth;
    private readonly Counter.Child _adds;
    private readonly Counter.Child _retries;
    private readonly Histogram.Child _latency;
    private readonly Gauge.Child _active;
    private readonly Histogram _duration;
    private readonly string _controller;

    /// <param name="controller">Name of the controller, a label of every series.</param>
    /// <param name="registry">Where the series stand; the default registry if left out.</param>
    public QueueMetrics(string controller, CollectorRegistry? registry = null)
    {
        var metrics = Metrics.WithCustomRegistry(registry ?? Metrics.DefaultRegistry);
        double[] buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
        _controller = controller;
        _depth = metrics.CreateGauge("fleet_queue_depth", "Keys that stand ready.", "controller").WithLabels(controller);
        _adds = metrics.CreateCounter("fleet_queue_adds_total", "Keys put into the queue.", "controller").WithLabels(controller);
        _retries = metrics.CreateCounter("fleet_queue_retries_total", "Keys queued again after a failure.", "controller").WithLabels(controller);
        _latency = metrics.CreateHistogram("fleet_queue_latency_seconds", "Time a key stood in the queue.",
            new HistogramConfiguration { LabelNames = ["controller"], Buckets = buckets }).WithLabels(controller);
        _active = metrics.CreateGauge("fleet_reconcile_active", "Workers that are reconciling.", "controller").WithLabels(controller);
        _duration = metrics.CreateHistogram("fleet_reconcile_duration_seconds", "Time of a reconcile.",
            new HistogramConfiguration { LabelNames = ["controller", "result"], Buckets = buckets });
    }

    internal void Added(int depth)
    {
        _adds.Inc();
        _depth.Set(depth);
    }

    internal void Taken(int depth, TimeSpan waited)
    {
        _depth.Set(depth);
        _latency.Observe(waited.TotalSeconds);
    }

    internal void Retried() => _retries.Inc();

    internal IDisposable Working() => _active.TrackInProgress();

    internal void Reconciled(string result, TimeSpan duration) => _duration.WithLabels(_controller, result).Observe(duration.TotalSeconds);
}
