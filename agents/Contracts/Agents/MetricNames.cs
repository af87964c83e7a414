namespace Fleet.Contracts.Agents;

/// <summary>Metric names that dashboards, rules and the operator's scraper rely on.</summary>
public static class MetricNames
{
    /// <summary>Histogram {role, channel, outcome}.</summary>
    public const string TurnDuration = "fleet_turn_duration_seconds";
    /// <summary>Counter {role, outcome}.</summary>
    public const string Turns = "fleet_turns_total";
    /// <summary>Gauge {metric}: see <see cref="LoadMetric"/>.</summary>
    public const string Load = "fleet_load";
    /// <summary>Counter {intent, outcome}.</summary>
    public const string Intents = "fleet_intents_total";
    /// <summary>Counter {reason}.</summary>
    public const string Handovers = "fleet_handover_total";
    /// <summary>Counter {result}.</summary>
    public const string ModelRequests = "fleet_model_requests_total";
    /// <summary>Gauge {pool}.</summary>
    public const string DesiredReplicas = "fleet_pool_desired_replicas";
    /// <summary>Gauge {pool}.</summary>
    public const string ReadyReplicas = "fleet_pool_ready_replicas";
    /// <summary>Counter {winner}.</summary>
    public const string ScaleDecisions = "fleet_scale_decisions_total";
    /// <summary>Histogram.</summary>
    public const string ReconcileDuration = "fleet_reconcile_duration_seconds";
}

/// <summary>Values of the label <c>metric</c> of <see cref="MetricNames.Load"/>.</summary>
public static class LoadMetric
{
    /// <summary>Turns being worked on.</summary>
    public const string TurnsActive = "turns_active";
    /// <summary>Turns accepted and waiting.</summary>
    public const string TurnsWaiting = "turns_waiting";
    /// <summary>Open WebSocket conversations and those with a turn in the last minute.</summary>
    public const string ConversationsOpen = "conversations_open";
    /// <summary>Voice calls.</summary>
    public const string CallsActive = "calls_active";
}
