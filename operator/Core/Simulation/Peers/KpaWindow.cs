namespace Fleet.Core.Simulation.Peers;

/// <summary>A timed window of buckets as the Knative autoscaler keeps it, with both of its averages.</summary>
/// <param name="windowSeconds">Length of the window.</param>
/// <param name="grainSeconds">Width of a bucket; a bucket's number is unix seconds / width.</param>
public sealed class KpaWindow(double windowSeconds, int grainSeconds)
{
    private readonly double[] _buckets = new double[(int)Math.Ceiling(windowSeconds / grainSeconds)];
    private readonly double _newest = Math.Max(1 - Math.Pow(0.0001, 1.0 / Math.Ceiling(windowSeconds / grainSeconds)), 0.2);
    private double _sum;
    private long? _first;
    private long? _last;

    public void Write(long unixMilliseconds, double value)
    {
        var bucket = Bucket(unixMilliseconds);
        if (_last is { } last && bucket != last && ((bucket - last) * grainSeconds) + windowSeconds <= 0) return;
        if (_first is null || _first > bucket) _first = bucket;
        if (_last is null || bucket > _last)
        {
            if (_last is null || (bucket - _last) * grainSeconds >= windowSeconds) Restart(bucket);
            else Clear(_last.Value + 1, bucket);
            _last = bucket;
        }

        _buckets[bucket % _buckets.Length] += value;
        _sum += value;
    }

    /// <summary>No data at all within the window; the instant exactly one window after the last write is not yet empty.</summary>
    public bool IsEmpty(long unixMilliseconds) => _last is not { } last || (Bucket(unixMilliseconds) - last) * grainSeconds > windowSeconds;

    /// <summary>Sum of the buckets still in the window / valid buckets, to 6 decimals.</summary>
    public double Average(long unixMilliseconds)
    {
        if (_last is not { } last) return 0;
        var now = Bucket(unixMilliseconds);
        if ((now - last) * grainSeconds >= windowSeconds) return 0;

        var sum = _sum;
        for (var gone = last + 1; gone <= now; gone++) sum -= _buckets[gone % _buckets.Length];
        return Round(sum / Math.Min(last - _first!.Value + 1, _buckets.Length - Math.Max(0, now - last)));
    }

    /// <summary>Exponentially weighted sum, the newest bucket first.</summary>
    public double Weighted(long unixMilliseconds)
    {
        if (IsEmpty(unixMilliseconds) || _last is not { } last) return 0;

        var (weight, count, now) = (_newest, (long)_buckets.Length, Bucket(unixMilliseconds));
        if (now > last) (weight, count) = (weight * Math.Pow(1 - _newest, now - last), count - (now - last));
        var sum = 0.0;
        for (var back = 0; back < count; back++)
        {
            sum += _buckets[(last - back) % _buckets.Length] * weight;
            weight *= 1 - _newest;
        }
        return sum;
    }

    private long Bucket(long unixMilliseconds) => unixMilliseconds / (1000L * grainSeconds);

    private void Restart(long bucket)
    {
        Array.Clear(_buckets);
        (_first, _sum) = (bucket, 0);
    }

    private void Clear(long from, long to)
    {
        for (var bucket = from; bucket <= to; bucket++)
        {
            _sum -= _buckets[bucket % _buckets.Length];
            _buckets[bucket % _buckets.Length] = 0;
        }
    }

    private static double Round(double value) => Math.CopySign(Math.Floor(Math.Abs(value * 1e6) + 0.5), value) / 1e6;
}
