namespace Fleet.Operator.Tests.EndToEnd;

/// <summary>However the fleet ends, nothing of it stays.</summary>
public sealed class EndingTests
{
    [Theory]
    [InlineData("-TERM")]
    [InlineData("-INT")]
    [InlineData("-KILL")]
    public async Task No_process_stays(string signal)
    {
        await using var fleet = new RunningFleet();
        await fleet.InitializeAsync();
        var agents = await fleet.ProcessesAsync();

        var status = await fleet.EndAsync(signal);

        Assert.True(agents.Count >= 5);
        // A polite end waits for its agents; after a kill they notice by themselves.
        if (signal != "-KILL")
        {
            Assert.Equal(0, status);
            Assert.DoesNotContain(agents, agent => RunningFleet.Runs(agent.Process));
        }
        await fleet.UntilAsync(() => Task.FromResult(!agents.Any(agent => RunningFleet.Runs(agent.Process))), "every agent has ended");
    }
}
