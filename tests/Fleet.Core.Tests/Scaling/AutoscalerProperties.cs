using Fleet.Core.Scaling;
using FsCheck.Xunit;

namespace Fleet.Core.Tests.Scaling;

[Properties(Arbitrary = [typeof(Arbitraries)], MaxTest = 300)]
public sealed class AutoscalerProperties
{
    private static readonly DateTimeOffset Now = Arbitraries.Start.AddDays(1);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    [Property]
    public void Decisions_stay_between_minimum_and_maximum(ScalingPolicy policy, Observation[] seen, int from)
    {
        foreach (var (_, decision, _) in Replay.Of(policy, seen, Math.Abs(from % 500), Now, Tick))
            Assert.InRange(decision.Desired, policy.Minimum, policy.Maximum);
    }

    [Property]
    public void More_demand_never_gives_fewer_replicas(ScalingPolicy policy, DemandReading before, Observation seen, DemandReading demand, DemandReading more)
    {
        var memory = Replay.Warm(policy, before, seen.Current, Now);
        var larger = demand with
        {
            Active = demand.Active + more.Active, Waiting = demand.Waiting + more.Waiting, ArrivalRate = demand.ArrivalRate + more.ArrivalRate,
        };

        var less = Autoscaler.Decide(policy, memory, seen with { Demand = demand }, Now).Decision;
        var much = Autoscaler.Decide(policy, memory, seen with { Demand = larger }, Now).Decision;

        Assert.True(much.Desired >= less.Desired, $"{less.Reason} / {much.Reason}");
    }

    [Property]
    public void Replicas_are_never_under_a_floor_in_force(ScalingPolicy policy, Observation[] seen, int from)
    {
        foreach (var (present, decision, _) in Replay.Of(policy, seen, Math.Abs(from % 500), Now, Tick))
            Assert.All(present.Floors, floor => Assert.True(decision.Desired >= Math.Min(floor.Replicas, policy.Maximum)));
    }

    [Property]
    public void Replicas_move_no_further_than_the_pace_allows(ScalingPolicy policy, DemandReading before, DemandReading[] demands)
    {
        policy = policy with { Minimum = 1, Maximum = 100_000 };
        var memory = Replay.Warm(policy, before, 300, Now);
        var seen = demands.SelectMany(demand => Replay.Constant(demand, 60));

        var past = new List<int> { 300 };
        foreach (var (present, decision, _) in Replay.Of(policy, seen, 300, Now, Tick, memory))
        {
            var minute = past.TakeLast(31).ToList();
            Assert.True(decision.Desired >= minute.Max() - Math.Max(1, minute.Max() * policy.DownPercentPerMinute / 100) || decision.Desired >= present.Current);
            var period = past.TakeLast(6).ToList();
            Assert.True(decision.Desired <= Math.Max(period.Min() * policy.UpFactor, period.Min() + policy.UpReplicas) || decision.Desired <= present.Current);
            past.Add(decision.Desired);
        }
    }

    [Property(MaxTest = 60)]
    public void Under_constant_demand_the_decisions_settle_and_never_move_again(ScalingPolicy policy, DemandReading demand, int from)
    {
        policy = policy with { DownPercentPerMinute = Math.Max(20, policy.DownPercentPerMinute) };
        var replicas = Replay.Of(policy, Replay.Constant(demand, 5400), Math.Abs(from % 500), Now, Tick).Select(step => step.Decision.Desired).ToList();

        Assert.Single(replicas.Skip(replicas.Count / 2).Distinct());
    }

    [Property]
    public void Silence_never_lowers_anything(ScalingPolicy policy, DemandReading before, Observation[] seen, bool broken)
    {
        var memory = Replay.Warm(policy, before, policy.Maximum, Now);
        var silence = seen.Select(one => one with { Demand = broken ? new(double.NaN, 0) : null });

        foreach (var (present, decision, _) in Replay.Of(policy, silence, policy.Maximum, Now, TimeSpan.FromMinutes(3), memory))
        {
            Assert.False(decision.DemandKnown);
            Assert.True(decision.Desired >= present.Current);
        }
    }

    [Property]
    public void Order_and_doubles_of_samples_do_not_matter(ScalingPolicy policy, DemandReading[] readings, int seed)
    {
        var samples = readings.Select((reading, i) =>
            new PodSample($"pod-{i}", Now.AddSeconds(-i % 5), reading.Active, reading.Waiting, reading.ArrivalRate, reading.HoldTime)).ToArray();
        var shuffled = samples.Concat(samples).ToArray();
        new Random(seed).Shuffle(shuffled);

        var one = PodDemand.Of(samples, readings.Length, Now, TimeSpan.FromSeconds(10));
        var other = PodDemand.Of(shuffled, readings.Length, Now, TimeSpan.FromSeconds(10));

        Assert.Equal(one, other);
        Assert.Equal(Decide(one).Desired, Decide(other).Desired);

        ScalingDecision Decide(DemandReading? demand) =>
            Autoscaler.Decide(policy, ScalingMemory.Empty, new() { Demand = demand, Current = 3, Ready = 3 }, Now).Decision;
    }

    [Property]
    public void Moving_every_instant_changes_nothing(ScalingPolicy policy, Observation[] seen, int from, int shift)
    {
        var free = seen.Select(one => one with { NextCalendarEdge = null }).ToArray();
        var start = Math.Abs(from % 500);

        var here = Replay.Of(policy, free, start, Now, Tick).Select(step => step.Decision.Desired);
        var there = Replay.Of(policy, free, start, Now.AddMilliseconds(shift * 7919L), Tick).Select(step => step.Decision.Desired);

        Assert.Equal(here, there);
    }

    [Property]
    public void Capacity_covers_the_demand_unless_a_limit_says_why_not(ScalingPolicy policy, Observation[] seen, int from)
    {
        foreach (var (present, decision, _) in Replay.Of(policy, seen, Math.Abs(from % 500), Now, Tick))
        {
            if (present.Demand is not { } demand || decision.LimitedBy.HasFlag(ScalingLimit.Maximum)) continue;
            var places = demand.PlacesAfter(present.StartTime, policy.QueueDrain);
            Assert.True(decision.Desired * policy.PerReplica >= places - 1e-6 || (decision.LimitedBy & (ScalingLimit.UpPace | ScalingLimit.FailingStarts)) != 0);
        }
    }

    [Property]
    public void The_next_look_is_in_the_future_and_not_after_the_next_edge_of_the_calendar(ScalingPolicy policy, Observation seen)
    {
        var decision = Autoscaler.Decide(policy, ScalingMemory.Empty, seen, Now).Decision;

        Assert.True(decision.NextLook > Now);
        Assert.True(seen.NextCalendarEdge is not { } edge || edge <= Now || decision.NextLook <= edge);
    }

    [Property]
    public void The_reason_is_honest(ScalingPolicy policy, Observation[] seen, int from)
    {
        foreach (var (present, decision, _) in Replay.Of(policy, seen, Math.Abs(from % 500), Now, Tick))
        {
            var winner = Assert.Single(decision.Candidates, candidate => candidate.Lost is null);
            Assert.Equal((winner.Kind, winner.Replicas), (decision.Winner, decision.Unbounded));
            Assert.Equal(decision.Unbounded > policy.Maximum, decision.LimitedBy.HasFlag(ScalingLimit.Maximum));
            Assert.Equal(
                decision.Proposed < Math.Min(decision.Unbounded, policy.Maximum),
                (decision.LimitedBy & (ScalingLimit.UpPace | ScalingLimit.FailingStarts)) != 0);
            var held = ScalingLimit.DownWindow | ScalingLimit.DownPace | ScalingLimit.Panic | ScalingLimit.Unknown | ScalingLimit.ColdStart;
            if (present.Current <= policy.Maximum)
                Assert.Equal(decision.Proposed > Math.Min(decision.Unbounded, policy.Maximum), (decision.LimitedBy & held) != 0);
        }
    }

    [Property]
    public void A_memory_that_was_written_and_read_decides_the_same(ScalingPolicy policy, DemandReading before, Observation seen)
    {
        var memory = Replay.Warm(policy, before, seen.Current, Now, 120);
        var text = MemoryText.Write(memory);

        Assert.InRange(text.Length, 2, 8_000);
        Assert.Equal(text, MemoryText.Write(MemoryText.Read(text)));
        Assert.Equal(Autoscaler.Decide(policy, memory, seen, Now).Decision.Desired, Autoscaler.Decide(policy, MemoryText.Read(text), seen, Now).Decision.Desired);
    }
}
