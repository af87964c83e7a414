using Fleet.Core.Scaling;

namespace Fleet.Core.Tests.Scaling;

/// <summary>Feeds a sequence of observations to the autoscaler, each decision becoming the replicas of the next one.</summary>
internal static class Replay
{
    internal static IEnumerable<(Observation Seen, ScalingDecision Decision, ScalingMemory Memory)> Of(
        ScalingPolicy policy, IEnumerable<Observation> seen, int from, DateTimeOffset start, TimeSpan step, ScalingMemory? memory = null)
    {
        var (current, now, held) = (from, start, memory ?? ScalingMemory.Empty);
        foreach (var one in seen)
        {
            var present = one with { Current = current, Ready = current, Starting = 0 };
            (var decision, held) = Autoscaler.Decide(policy, held, present, now);
            yield return (present, decision, held);
            (current, now) = (decision.Desired, now + step);
        }
    }

    /// <summary>The same demand for a time, every two seconds.</summary>
    internal static IEnumerable<Observation> Constant(DemandReading? demand, double seconds) =>
        Enumerable.Repeat(new Observation { Demand = demand, Current = 0 }, (int)(seconds / 2));

    internal static ScalingMemory Warm(ScalingPolicy policy, DemandReading demand, int replicas, DateTimeOffset now, double seconds = 700)
    {
        var memory = ScalingMemory.Empty;
        for (var at = now.AddSeconds(-seconds); at < now; at = at.AddSeconds(2))
            (_, memory) = Autoscaler.Decide(policy, memory, new() { Demand = demand, Current = replicas, Ready = replicas }, at);
        return memory;
    }
}
