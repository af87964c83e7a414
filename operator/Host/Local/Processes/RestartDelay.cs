namespace Fleet.Operator.Local.Processes;

/// <summary>How long to wait before a process that died is started again: 0.2 s doubled each time up to 30 s; a minute of good running forgives.</summary>
internal static class RestartDelay
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Forgiven = TimeSpan.FromMinutes(1);

    /// <summary>The delay, and how many deaths in a row it counts.</summary>
    /// <param name="deaths">Deaths in a row before this one.</param>
    /// <param name="ran">How long the process that died had run.</param>
    public static (TimeSpan Delay, int Deaths) After(int deaths, TimeSpan ran)
    {
        deaths = ran >= Forgiven ? 1 : deaths + 1;
        var delay = TimeSpan.FromSeconds(0.2 * Math.Pow(2, Math.Min(deaths - 1, 10)));
        return (delay < Longest ? delay : Longest, deaths);
    }
}
