using Fleet.Core.Scaling;

namespace Fleet.Core.Tests.Scaling;

public sealed class AutoscalerTests
{
    private static readonly DateTimeOffset Now = Arbitraries.Start;
    private static readonly ScalingPolicy Policy = new();

    [Fact]
    public void A_step_of_twenty_times_is_answered_in_one_tick()
    {
        var memory = Replay.Warm(Policy, new(100, 0, 100, TimeSpan.FromSeconds(1)), 4, Now);

        var decision = Autoscaler.Decide(Policy, memory, new() { Demand = new(160, 1840, 2000, TimeSpan.FromSeconds(1)), Current = 4, Ready = 4 }, Now).Decision;

        Assert.InRange(decision.Desired, 54, 80);
        Assert.Equal(CandidateKind.Buffer, decision.Winner);
    }

    [Fact]
    public void Steady_load_needs_no_lead_however_long_a_pod_takes_to_start()
    {
        var steady = new DemandReading(400, 0, 400, TimeSpan.FromSeconds(1));

        Assert.Equal(400, steady.PlacesAfter(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Long_conversations_that_arrive_faster_than_they_end_are_met_ahead_of_time()
    {
        var growing = new DemandReading(400, 0, 10, TimeSpan.FromMinutes(10));

        Assert.Equal((400 * 0.9) + (10 * 60), growing.PlacesAfter(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_new_leader_without_history_lowers_nothing_for_a_whole_window()
    {
        var steps = Replay.Of(Policy, Replay.Constant(new(10, 0), 400), 100, Now, TimeSpan.FromSeconds(2)).ToList();

        Assert.All(steps.Take(150), step => Assert.Equal(100, step.Decision.Desired));
        Assert.True(steps[0].Decision.LimitedBy.HasFlag(ScalingLimit.ColdStart));
        Assert.True(steps[^1].Decision.Desired < 100);
    }

    [Fact]
    public void A_gap_in_the_demand_asks_for_a_full_window_again()
    {
        var memory = Replay.Warm(Policy, new(10, 0), 100, Now);

        var soon = Autoscaler.Decide(Policy, memory, new() { Demand = new(10, 0), Current = 100, Ready = 100 }, Now.AddSeconds(10)).Decision;
        var late = Autoscaler.Decide(Policy, memory, new() { Demand = new(10, 0), Current = 100, Ready = 100 }, Now.AddSeconds(40)).Decision;

        Assert.Equal(90, soon.Desired);
        Assert.Equal(ScalingLimit.ColdStart, late.LimitedBy);
        Assert.Equal(100, late.Desired);
    }

    [Fact]
    public void Pods_of_a_rollout_change_no_decision()
    {
        var memory = Replay.Warm(Policy, new(500, 0), 18, Now);
        var seen = new Observation { Demand = new(900, 0), Current = 18, Ready = 18 };

        var plain = Autoscaler.Decide(Policy, memory, seen, Now);
        var surge = Autoscaler.Decide(Policy, memory, seen with { Ready = 18, Starting = 5 }, Now);

        Assert.Equal(plain.Decision.Desired, surge.Decision.Desired);
        Assert.Equal(plain.Decision.InPanic, surge.Decision.InPanic);
    }

    [Fact]
    public void Failing_starts_stop_growth_but_not_a_floor()
    {
        var seen = new Observation { Demand = new(2000, 0), Current = 20, Ready = 10, Failing = 10 };

        var load = Autoscaler.Decide(Policy, ScalingMemory.Empty, seen, Now).Decision;
        var peak = Autoscaler.Decide(Policy, ScalingMemory.Empty, seen with { Floors = [new("double-11", 40)] }, Now).Decision;

        Assert.Equal((20, ScalingLimit.FailingStarts), (load.Desired, load.LimitedBy));
        Assert.Equal(40, peak.Desired);
    }

    [Theory]
    [InlineData(ScalingMode.Preview)]
    [InlineData(ScalingMode.Off)]
    public void Preview_and_off_show_but_do_not_act(ScalingMode mode)
    {
        var seen = new Observation { Demand = new(2000, 0), Current = 5, Ready = 5 };

        var decision = Autoscaler.Decide(Policy with { Mode = mode }, ScalingMemory.Empty, seen, Now).Decision;

        Assert.Equal(5, decision.Desired);
        Assert.InRange(decision.Proposed, 50, 72);
        Assert.True(decision.LimitedBy.HasFlag(ScalingLimit.Mode));
    }

    [Fact]
    public void Pause_wins_in_the_same_decision()
    {
        var decision = Autoscaler.Decide(Policy, ScalingMemory.Empty, new() { Demand = new(2000, 0), Current = 5, Ready = 5, Paused = true }, Now).Decision;

        Assert.Equal(5, decision.Desired);
        Assert.Contains("paused", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void External_follows_the_scale_subresource_but_keeps_what_the_calendar_promised()
    {
        var policy = Policy with { Mode = ScalingMode.External };
        var seen = new Observation { Demand = new(10, 0), Current = 20, Ready = 20, Requested = 8, Floors = [new("double-11", 12)] };

        Assert.Equal(12, Autoscaler.Decide(policy, ScalingMemory.Empty, seen, Now).Decision.Desired);
        Assert.Equal(30, Autoscaler.Decide(policy, ScalingMemory.Empty, seen with { Requested = 30 }, Now).Decision.Desired);
    }

    [Fact]
    public void The_reason_is_a_sentence_with_its_numbers()
    {
        var seen = new Observation { Demand = new(320, 0), Current = 5, Ready = 5 };

        Assert.Equal(
            "up from 5 to 12: Load asks for 12 (mean of 60 s 320 at 28 a replica)",
            Autoscaler.Decide(Policy, ScalingMemory.Empty, seen, Now).Decision.Reason);
    }

    [Fact]
    public void A_broken_memory_is_a_cold_start() => Assert.Same(ScalingMemory.Empty, MemoryText.Read("{\"D\":[[1]]}"));
}
