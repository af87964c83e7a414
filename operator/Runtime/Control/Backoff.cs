namespace Fleet.Runtime.Control;

/// <summary>Endless exponential back-off with a cap: the n-th failure waits <c>min(cap, first · 2^(n-1))</c>, less up to a fifth by chance.</summary>
/// <param name="first">Wait after the first failure.</param>
/// <param name="cap">Longest wait.</param>
/// <param name="random">Uniform in [0, 1): spreads keys that failed together.</param>
public sealed class Backoff(TimeSpan first, TimeSpan cap, Func<double> random)
{
    private const double Jitter = 0.2;

    /// <summary>The wait after this many failures in a row, 1 or more. Never above the cap, never below four fifths of it once reached.</summary>
    public TimeSpan After(int failures)
    {
        // 2^52 milliseconds are beyond any cap; higher powers would overflow the ticks.
        var full = Math.Min(cap.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 52)));
        return TimeSpan.FromMilliseconds(full * (1 - (Jitter * random())));
    }
}
