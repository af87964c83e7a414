using Fleet.Contracts.Agents;
using Fleet.Operator.Demand;
using Microsoft.Extensions.Time.Testing;

namespace Fleet.Operator.Tests.Demand;

public sealed class ScraperTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 11, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);

    [Theory]
    [InlineData("")]
    [InlineData("fleet_load{metric=\"turns_active\"} 3")]
    [InlineData("fleet_load{metric=\"turns_waiting\"} 3")]
    [InlineData("fleet_load{metric=\"turns_active\"} NaN\nfleet_load{metric=\"turns_waiting\"} 0")]
    [InlineData("fleet_load{metric=\"turns_active\"} -1\nfleet_load{metric=\"turns_waiting\"} 0")]
    [InlineData("fleet_load{metric=\"turns_active\"} +Inf\nfleet_load{metric=\"turns_waiting\"} 0")]
    [InlineData("<html>not metrics</html>")]
    public void A_page_that_does_not_tell_the_load_gives_no_sample(string page)
    {
        using var http = new HttpClient();

        Assert.Null(new Scraper(http, _clock).Read("a", page, LoadMetric.TurnsActive, Start));
    }

    [Fact]
    public void Short_turns_between_two_looks_count_by_the_time_they_took()
    {
        using var http = new HttpClient();
        var scraper = new Scraper(http, _clock);
        scraper.Read("a", Page(0, 10, 100), LoadMetric.TurnsActive, Start);

        var sample = scraper.Read("a", Page(0, 14, 140), LoadMetric.TurnsActive, Start.AddSeconds(2))!;

        Assert.Equal(2, sample.Active, 6);
        Assert.Equal(20, sample.ArrivalRate, 6);
        Assert.Equal(0.1, sample.HoldTime!.Value.TotalSeconds, 6);
    }

    [Fact]
    public void A_restarted_pod_whose_counters_fell_back_is_read_by_its_gauge()
    {
        using var http = new HttpClient();
        var scraper = new Scraper(http, _clock);
        scraper.Read("a", Page(0, 10, 100), LoadMetric.TurnsActive, Start);

        var sample = scraper.Read("a", Page(5, 0.1, 1), LoadMetric.TurnsActive, Start.AddSeconds(2))!;

        Assert.Equal(5, sample.Active);
        Assert.Equal(0, sample.ArrivalRate);
    }

    private static string Page(double active, double seconds, double turns) => FormattableString.Invariant($$"""
        # HELP fleet_load what it does
        # TYPE fleet_load gauge
        fleet_load{metric="turns_active"} {{active}}
        fleet_load{metric="turns_waiting"} 0
        fleet_turn_duration_seconds_sum{role="Orders",channel="we\"b"} {{seconds}}
        fleet_turn_duration_seconds_count{role="Orders",channel="we\"b"} {{turns}}
        """);
}
