using Fleet.Core.Scaling;

namespace Fleet.Core.Tests.Scaling;

public sealed class ErlangCTests
{
    [Theory]
    [InlineData(10, 11, 0.682118)]
    [InlineData(10, 14, 0.174132)]
    [InlineData(100, 105, 0.515707)]
    [InlineData(1, 2, 0.333333)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 3, 0)]
    public void Wait_probabilities_are_those_of_the_tables(double load, int servers, double expected) =>
        Assert.Equal(expected, ErlangC.WaitProbability(load, servers), 6);

    [Fact]
    public void Service_level_and_mean_wait_follow()
    {
        var handling = TimeSpan.FromSeconds(180);

        Assert.Equal(0.8884, ErlangC.ServiceLevel(10, 14, handling, TimeSpan.FromSeconds(20)), 4);
        Assert.Equal(7.84, ErlangC.MeanWait(10, 14, handling).TotalSeconds, 2);
    }

    [Theory]
    [InlineData(80, 76)]
    [InlineData(97, 83)]
    public void Agents_for_827_calls_an_hour_of_300_seconds(double percent, int agents) =>
        Assert.Equal(agents, ErlangC.Servers(827 * 300 / 3600.0, TimeSpan.FromSeconds(300), new(percent, TimeSpan.FromSeconds(20))));
}
