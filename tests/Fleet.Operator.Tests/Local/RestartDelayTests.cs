using Fleet.Operator.Local.Processes;

namespace Fleet.Operator.Tests.Local;

public sealed class RestartDelayTests
{
    [Fact]
    public void Deaths_in_a_row_wait_longer_and_longer_up_to_half_a_minute()
    {
        var deaths = 0;
        List<double> delays = [];
        for (var i = 0; i < 10; i++)
        {
            (var delay, deaths) = RestartDelay.After(deaths, TimeSpan.FromSeconds(1));
            delays.Add(delay.TotalSeconds);
        }

        Assert.Equal([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30], delays);
    }

    [Fact]
    public void A_minute_of_good_running_forgives_earlier_deaths() =>
        Assert.Equal((TimeSpan.FromSeconds(0.2), 1), RestartDelay.After(7, TimeSpan.FromMinutes(1)));
}
