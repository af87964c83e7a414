namespace Fleet.Core.Scaling;

/// <summary>
/// Queueing with one line in front of equal servers (M/M/N). Erlang B by the recursion B(0) = 1, B(n) = E·B(n−1) / (n + E·B(n−1)),
/// which neither overflows nor loses digits; Erlang C from it: C = B / (1 − E/N·(1 − B)).
/// </summary>
public static class ErlangC
{
    /// <summary>Probability that a newcomer has to wait; 1 when the servers cannot keep up.</summary>
    /// <param name="load">Offered load in Erlang: arrivals per second × holding time in seconds.</param>
    public static double WaitProbability(double load, int servers) =>
        load <= 0 ? 0 : servers <= load ? 1 : Wait(Blocking(load, servers), load, servers);

    /// <summary>Share of newcomers who wait no longer than <paramref name="within"/>: 1 − C·exp(−(N − E)·T/AHT).</summary>
    public static double ServiceLevel(double load, int servers, TimeSpan hold, TimeSpan within) =>
        load <= 0 ? 1 : servers <= load ? 0 : 1 - WaitProbability(load, servers) * Patience(load, servers, hold, within);

    /// <summary>Mean wait of everybody: C·AHT / (N − E); endless when the servers cannot keep up.</summary>
    public static TimeSpan MeanWait(double load, int servers, TimeSpan hold) =>
        load <= 0 ? TimeSpan.Zero
        : servers <= load ? TimeSpan.MaxValue
        : WaitProbability(load, servers) / (servers - load) * hold;

    /// <summary>Fewest servers that reach <paramref name="level"/>, found in one pass of the recursion.</summary>
    /// <param name="limit">Above it the answer no longer matters: the load itself, rounded up, is returned instead.</param>
    public static int Servers(double load, TimeSpan hold, ServiceLevel level, int limit = 100_000)
    {
        if (!(load > 0)) return 0;
        if (load >= limit) return (int)Math.Min(Math.Floor(load) + 1, int.MaxValue);

        var blocking = 1.0;
        for (var servers = 1; ; servers++)
        {
            blocking = load * blocking / (servers + load * blocking);
            if (servers <= load) continue;
            var late = Wait(blocking, load, servers) * Patience(load, servers, hold, level.Within);
            if (late <= 1 - level.Percent / 100) return servers;
        }
    }

    private static double Blocking(double load, int servers)
    {
        var blocking = 1.0;
        for (var n = 1; n <= servers; n++) blocking = load * blocking / (n + load * blocking);
        return blocking;
    }

    private static double Wait(double blocking, double load, int servers) => blocking / (1 - load / servers * (1 - blocking));

    private static double Patience(double load, int servers, TimeSpan hold, TimeSpan within) =>
        hold > TimeSpan.Zero ? Math.Exp(-(servers - load) * (within / hold)) : 0;
}
