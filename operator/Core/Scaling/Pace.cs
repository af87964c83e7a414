namespace Fleet.Core.Scaling;

/// <summary>How far replicas may move from where they have been.</summary>
internal static class Pace
{
    /// <summary>Most replicas now: a multiple of the least in the period, or so many more where that allows more.</summary>
    internal static int Ceiling(ScalingPolicy policy, ScalingMemory memory, int current, DateTimeOffset now)
    {
        var start = current;
        foreach (var entry in memory.Replicas)
            if (entry.At + Recollection.ReplicaStretch > now - policy.UpPeriod) start = Math.Min(start, entry.Least);

        return (int)Math.Min(int.MaxValue, Math.Max(Math.Floor(start * policy.UpFactor), start + (double)policy.UpReplicas));
    }

    /// <summary>Least replicas now: a share under the most of the last minute, at least one under it.</summary>
    internal static int Bottom(ScalingPolicy policy, ScalingMemory memory, int current)
    {
        var most = current;
        foreach (var entry in memory.Replicas) most = Math.Max(most, entry.Most);

        return most - Math.Max(1, (int)(most * policy.DownPercentPerMinute / 100));
    }

    /// <summary>Failing pods that are borne before nothing more is started.</summary>
    internal static int FailingBudget(ScalingPolicy policy, int current) => Math.Max(1, (int)(current * policy.FailingPercent / 100));
}
