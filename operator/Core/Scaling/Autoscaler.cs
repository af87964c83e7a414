namespace Fleet.Core.Scaling;

/// <summary>
/// Decides the size of a pool: the largest of several candidates, at once on the way up, slowly and only on good evidence on the way
/// down. Composition and its reasons: each candidate answers one known weakness of reactive autoscalers, and none of them can lower
/// what another one needs.
/// </summary>
public static class Autoscaler
{
    /// <summary>One decision and the memory for the next one.</summary>
    public static (ScalingDecision Decision, ScalingMemory Next) Decide(
        ScalingPolicy policy, ScalingMemory memory, Observation observation, DateTimeOffset now)
    {
        var next = memory.Remember(policy, observation, now);
        var need = Need.Of(policy, next, observation, now);
        next = need.Memory;

        var candidates = Voices.Of(policy, next, observation, need, now);
        var (winner, all) = candidates.Elect();
        var answer = candidates.Largest;
        next = need.Known ? next.RememberAnswer(policy, Math.Min(need.Measured, policy.Maximum), now) : next;

        var (proposed, limits) = Limits.Apply(policy, next, observation, need, answer, now);
        var (desired, held) = Modes.Apply(policy, observation, proposed);

        var decision = new ScalingDecision
        {
            Desired = desired,
            Proposed = proposed,
            Unbounded = answer,
            Winner = winner.Kind,
            Reason = "",
            Candidates = all,
            LimitedBy = limits | held,
            DemandKnown = need.Known,
            InPanic = need.InPanic,
            NextLook = NextLook(policy, observation, now),
        };
        return (decision with { Reason = Wording.Of(decision, policy, observation, winner, next, now) }, next);
    }

    private static DateTimeOffset NextLook(ScalingPolicy policy, Observation seen, DateTimeOffset now)
    {
        var tick = now + policy.Tick;
        return seen.NextCalendarEdge > now && seen.NextCalendarEdge < tick ? seen.NextCalendarEdge.Value : tick;
    }
}
