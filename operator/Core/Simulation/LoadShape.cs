namespace Fleet.Core.Simulation;

/// <summary>Made-up loads that show one thing each; the highest rate is <c>peak</c> turns a second.</summary>
public static class LoadShape
{
    public static IReadOnlyList<string> Names { get; } = ["step", "spike", "double11", "noise"];

    /// <summary>Instant within `double11` at which the sale opens, in seconds.</summary>
    public const int SaleOpens = 3600;

    public static LoadTrace? Of(string name, double peak, int seed)
    {
        Func<int, double>? rate = name switch
        {
            "step" => second => second is >= 300 and < 1500 ? 1 : 0.05,
            "spike" => second => second % 900 is >= 300 and < 360 ? 1 : 0.1,
            // An hour before the sale, twenty times the load within a minute of its opening, and a slow way back.
            "double11" => second => second < SaleOpens ? 0.05
                : second < SaleOpens + 60 ? 0.05 + (0.95 * (second - SaleOpens) / 60)
                : Math.Max(0.08, Math.Exp(-(second - SaleOpens - 60) / 3600.0)),
            "noise" => second => 0.5 * (1 + (0.1 * Math.Sin(second / 7.0) * Math.Sin(second / 31.0))),
            _ => null,
        };
        var seconds = name switch { "double11" => 4 * 3600, "step" => 2700, _ => 3600 };
        return rate is null ? null : LoadTrace.FromRates(name, [.. Enumerable.Range(0, seconds).Select(rate)], peak, seed);
    }
}
