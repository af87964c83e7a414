namespace Fleet.Core.Simulation;

/// <summary>How long the n-th pod takes to become Ready: log-normal around a median, the same for every policy.</summary>
public sealed class PodStarts(double medianSeconds, double spread, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<int> _drawn = [];

    /// <summary>95 of 100 pods are Ready after this time.</summary>
    public TimeSpan P95 => TimeSpan.FromSeconds(medianSeconds * Math.Exp(1.645 * spread));

    public int Seconds(int pod)
    {
        while (_drawn.Count <= pod)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
            _drawn.Add(Math.Max(1, (int)Math.Round(medianSeconds * Math.Exp(spread * normal))));
        }
        return _drawn[pod];
    }
}
