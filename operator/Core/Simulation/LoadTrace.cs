using System.Globalization;

namespace Fleet.Core.Simulation;

/// <summary>Turns that arrive in each second.</summary>
public sealed record LoadTrace(string Name, IReadOnlyList<int> Arrivals)
{
    public double Peak => Arrivals.Count == 0 ? 0 : Arrivals.Max();

    /// <summary>Reads rows `t_seconds,arrivals` in bins of equal width (a header is skipped) and scales the busiest bin to <paramref name="peak"/> turns a second.</summary>
    /// <exception cref="FormatException">A row is not two numbers, or the times do not grow.</exception>
    public static LoadTrace Parse(string name, IEnumerable<string> rows, double peak, int seed)
    {
        var bins = rows.Select((row, i) => (Row: row.Trim(), Line: i + 1))
            .Where(row => row.Row.Length > 0 && !(row.Line == 1 && char.IsLetter(row.Row[0])))
            .Select(row => Bin(name, row.Row, row.Line)).ToList();
        if (bins.Count < 2) throw new FormatException($"{name}: needs at least two rows t_seconds,arrivals");

        var rates = new List<double>();
        for (var i = 0; i < bins.Count; i++)
        {
            var width = i + 1 < bins.Count ? bins[i + 1].Second - bins[i].Second : bins[i].Second - bins[i - 1].Second;
            if (width <= 0) throw new FormatException($"{name}: t_seconds must grow, it does not after {bins[i].Second}");
            rates.AddRange(Enumerable.Repeat(bins[i].Arrivals / width, width));
        }
        return FromRates(name, rates, peak / rates.Max(), seed);
    }

    /// <summary>Draws the arrivals of each second from a Poisson distribution around its rate, so that every second is a little different.</summary>
    public static LoadTrace FromRates(string name, IReadOnlyList<double> rates, double scale, int seed)
    {
        var random = new Random(seed);
        return new(name, [.. rates.Select(rate => Poisson(random, rate * scale))]);
    }

    private static (int Second, double Arrivals) Bin(string name, string row, int line) =>
        row.Split(',') is [var second, var arrivals]
            && int.TryParse(second, NumberStyles.Integer, CultureInfo.InvariantCulture, out var at)
            && double.TryParse(arrivals, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count >= 0
            ? (at, count)
            : throw new FormatException($"{name}, line {line}: '{row}' is not t_seconds,arrivals");

    private static int Poisson(Random random, double mean)
    {
        if (mean > 50)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return Math.Max(0, (int)Math.Round(mean + (normal * Math.Sqrt(mean))));
        }

        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }
}
