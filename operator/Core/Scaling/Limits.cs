namespace Fleet.Core.Scaling;

/// <summary>Bounds and paces between the answer and the replicas.</summary>
internal static class Limits
{
    internal static (int Replicas, ScalingLimit By) Apply(
        ScalingPolicy policy, ScalingMemory memory, Observation seen, Need need, int answer, DateTimeOffset now)
    {
        var by = answer > policy.Maximum ? ScalingLimit.Maximum : ScalingLimit.None;
        var bounded = Math.Min(answer, policy.Maximum);
        var current = seen.Current;

        if (bounded > current) return Up(policy, memory, seen, bounded, by, now);
        if (bounded == current) return (current, by);

        // A maximum that was lowered under the present size binds at once; the paces are for load, not for orders.
        var (replicas, limits) = Down(policy, memory, need, bounded, current, by, now);
        return (Math.Min(replicas, policy.Maximum), limits);
    }

    /// <summary>Minimum and calendar floors are promises: no pace holds them up.</summary>
    internal static int Promised(ScalingPolicy policy, Observation seen) =>
        Math.Min(policy.Maximum, seen.Floors.Aggregate(policy.Minimum, (most, floor) => Math.Max(most, floor.Replicas)));

    private static (int, ScalingLimit) Up(
        ScalingPolicy policy, ScalingMemory memory, Observation seen, int bounded, ScalingLimit by, DateTimeOffset now)
    {
        var cap = Pace.Ceiling(policy, memory, seen.Current, now);
        var limit = ScalingLimit.UpPace;
        if (seen.Failing > Pace.FailingBudget(policy, seen.Current)) (cap, limit) = (seen.Current, ScalingLimit.FailingStarts);

        var replicas = Math.Max(Math.Min(bounded, cap), Promised(policy, seen));
        return (replicas, replicas < bounded ? by | limit : by);
    }

    private static (int, ScalingLimit) Down(
        ScalingPolicy policy, ScalingMemory memory, Need need, int bounded, int current, ScalingLimit by, DateTimeOffset now)
    {
        if (!need.Known) by |= ScalingLimit.Unknown;
        if (memory.KnownSince is not { } since || now - since < policy.DownWindow) by |= ScalingLimit.ColdStart;
        if (need.InPanic) by |= ScalingLimit.Panic;
        if ((by & (ScalingLimit.Unknown | ScalingLimit.ColdStart | ScalingLimit.Panic)) != 0) return (current, by);

        var window = Math.Min(current, memory.Answers.Select(entry => entry.Replicas).DefaultIfEmpty(0).Max());
        if (window > bounded) by |= ScalingLimit.DownWindow;
        var goal = Math.Max(bounded, window);

        var bottom = Math.Min(current, Pace.Bottom(policy, memory, current));
        if (bottom > goal) by |= ScalingLimit.DownPace;
        return (Math.Max(goal, bottom), by);
    }
}
