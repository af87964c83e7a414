namespace Fleet.Core.Scaling;

/// <summary>What is seen of a pool at one instant.</summary>
public sealed record Observation
{
    /// <summary>Null when the demand is unknown; <see cref="UnknownBecause"/> then says why, in words for the status.</summary>
    public DemandReading? Demand { get; init; }

    public string? UnknownBecause { get; init; }

    /// <summary>Replicas that the Deployment asks for. Pods that a rollout adds on top are not in it, so that no surge is ever mistaken for size.</summary>
    public required int Current { get; init; }

    public int Ready { get; init; }

    /// <summary>Pods on their way to Ready, without the failing ones.</summary>
    public int Starting { get; init; }

    /// <summary>Pods that do not come up: crash loop, image that cannot be pulled, no node.</summary>
    public int Failing { get; init; }

    /// <summary>Time from asking for a pod to Ready, p95 of what was measured.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    public IReadOnlyList<Floor> Floors { get; init; } = [];

    /// <summary>Next instant at which the floors change by the calendar.</summary>
    public DateTimeOffset? NextCalendarEdge { get; init; }

    /// <summary>Somebody put the pause annotation on the pool: nothing is written, everything is still watched.</summary>
    public bool Paused { get; init; }

    /// <summary>Replicas that the scale subresource asks for in mode External.</summary>
    public int? Requested { get; init; }
}
