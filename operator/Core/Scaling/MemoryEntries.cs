namespace Fleet.Core.Scaling;

/// <summary>Readings that fell into one tick, summed: places needed and offered load.</summary>
public readonly record struct DemandEntry(DateTimeOffset At, double Places, double Offered, double HoldSeconds, int Count);

/// <summary>Highest answer of a stretch that begins at <paramref name="At"/>.</summary>
public readonly record struct AnswerEntry(DateTimeOffset At, int Replicas);

/// <summary>Least and most replicas of a stretch that begins at <paramref name="At"/>.</summary>
public readonly record struct ReplicaEntry(DateTimeOffset At, int Least, int Most);
