using System.Collections.Immutable;

namespace Fleet.Core.Scaling;

/// <summary>
/// What the autoscaler has to remember between two decisions: a minute of demand, the answers of the scale-down window, a minute of
/// replicas. Small enough for a ConfigMap (<see cref="MemoryText"/>), so that a restart forgets nothing.
/// </summary>
public sealed record ScalingMemory
{
    public static ScalingMemory Empty { get; } = new();

    /// <summary>Demand of the stable window, oldest first.</summary>
    public ImmutableArray<DemandEntry> Demand { get; init; } = [];

    /// <summary>Highest answers of the scale-down window, oldest first.</summary>
    public ImmutableArray<AnswerEntry> Answers { get; init; } = [];

    /// <summary>Replicas of the last minute, oldest first.</summary>
    public ImmutableArray<ReplicaEntry> Replicas { get; init; } = [];

    /// <summary>Since when the demand has been known without a gap.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    public DateTimeOffset? LastKnown { get; init; }

    /// <summary>Since when the demand has been unknown; null while it is known.</summary>
    public DateTimeOffset? UnknownSince { get; init; }

    /// <summary>Panic lasts until here unless it is prolonged.</summary>
    public DateTimeOffset? PanicUntil { get; init; }
}
