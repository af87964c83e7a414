using Fleet.Core.Peaks;
using Fleet.Core.Scaling;
using Fleet.Core.Simulation;

namespace Fleet.Core.Tests.Simulation;

public sealed class SimulatorTests
{
    private static readonly DateTimeOffset Epoch = new(2026, 11, 10, 11, 0, 0, TimeSpan.Zero);

    private static readonly CalendarEntry Sale = new()
    {
        Name = "double-11", TimeZone = "Asia/Shanghai", Start = "2026-11-10T20:00", End = "2026-11-10T21:00",
        LeadTime = TimeSpan.FromMinutes(10), RampDown = TimeSpan.FromMinutes(30), Floor = new(Replicas: 150),
    };

    [Fact]
    public void With_its_peak_announced_nobody_waits_at_the_opening_of_the_sale()
    {
        var results = Run("double11", Sale);

        Assert.Equal(0, results["fleet"].OverloadedSeconds);
        Assert.True(results["fleet"].PodHours <= results["keda"].PodHours, $"{results["fleet"].PodHours} / {results["keda"].PodHours}");
    }

    [Fact]
    public void Unannounced_it_is_overloaded_for_less_time_than_any_tuned_hpa()
    {
        var results = Run("double11");

        foreach (var peer in results.Values.Where(one => one.Name.StartsWith("hpa", StringComparison.Ordinal)))
            Assert.True(results["fleet"].OverloadedSeconds < peer.OverloadedSeconds, peer.Name);
    }

    [Fact]
    public void Noise_does_not_make_it_flap()
    {
        var results = Run("noise");

        Assert.InRange(results["fleet"].DirectionChanges, 0, 10);
        Assert.Equal(0, results["fleet"].OverloadedSeconds);
    }

    [Fact]
    public void Every_policy_gets_the_same_turns_and_the_same_seed_gives_the_same_result()
    {
        var (one, other) = (Run("spike"), Run("spike"));

        Assert.Single(one.Values.Select(result => result.Turns).Distinct());
        Assert.Equal(one.Values.Select(Figures), other.Values.Select(Figures));

        static (int, long, double) Figures(SimulationResult result) => (result.OverloadedSeconds, result.SlowTurns, result.PodHours);
    }

    [Fact]
    public void A_trace_is_spread_over_its_bins_and_scaled_to_the_peak()
    {
        var trace = LoadTrace.Parse("t", ["t_seconds,arrivals", "0,600", "60,1200", "120,300"], 1000, 1);

        Assert.Equal(180, trace.Arrivals.Count);
        Assert.InRange(trace.Arrivals.Skip(60).Take(60).Average(), 980, 1020);
        Assert.InRange(trace.Arrivals.Take(60).Average(), 480, 520);
    }

    [Theory]
    [InlineData("0,1", "x,2")]
    [InlineData("0,1", "0,2")]
    [InlineData("0,1")]
    [InlineData("0,1", "60,-2")]
    public void A_trace_that_cannot_be_read_says_where(params string[] rows) =>
        Assert.Contains("bad.csv", Assert.Throws<FormatException>(() => LoadTrace.Parse("bad.csv", rows, 100, 1)).Message, StringComparison.Ordinal);

    private static Dictionary<string, SimulationResult> Run(string shape, params CalendarEntry[] peaks) =>
        Simulator.Run(new(LoadShape.Of(shape, 5600, 1)!, new ScalingPolicy(), peaks, Epoch)).ToDictionary(one => one.Name);
}
