namespace Fleet.Load;

/// <summary>Counts what came back.</summary>
internal sealed class Tally
{
    private readonly Lock _gate = new();
    private readonly List<double> _latencies = [];
    private readonly Dictionary<string, int> _errors = new(StringComparer.Ordinal);
    private readonly List<string> _samples = [];
    private int _lost, _doubled, _wrong, _retried, _kills;

    /// <summary>One turn got its reply.</summary>
    /// <param name="latency">From when the turn was due.</param>
    public void Answered(TimeSpan latency)
    {
        lock (_gate)
            _latencies.Add(latency.TotalMilliseconds);
    }

    /// <summary>One turn was refused for good.</summary>
    public void Error(string what)
    {
        lock (_gate)
            _errors[what] = _errors.GetValueOrDefault(what) + 1;
    }

    /// <summary>No reply came, however often it was asked.</summary>
    public void Lost() => Interlocked.Increment(ref _lost);

    /// <summary>The same message got two different replies.</summary>
    public void Doubled(string first, string second)
    {
        Interlocked.Increment(ref _doubled);
        Sample($"doubled: '{first}' then '{second}'");
    }

    /// <summary>A reply belongs to another conversation or to another question.</summary>
    public void Wrong(string text, string reply)
    {
        Interlocked.Increment(ref _wrong);
        Sample($"wrong: '{text}' got '{reply}'");
    }

    /// <summary>A message was sent again because the first try broke.</summary>
    public void Retried() => Interlocked.Increment(ref _retried);

    public void Killed() => Interlocked.Increment(ref _kills);

    private void Sample(string text)
    {
        lock (_gate)
        {
            if (_samples.Count < 5)
                _samples.Add(text);
        }
    }

    public Report Report(double seconds)
    {
        lock (_gate)
        {
            var sorted = _latencies.Order().ToArray();
            double At(double share) => sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)], 2);
            var errors = _errors.Values.Sum();
            return new(
                sorted.Length + errors + _lost, sorted.Length, errors, _lost, _doubled, _wrong,
                sorted.Length == 0 ? 0 : Math.Round(sorted.Average(), 2), At(0.5), At(0.95), At(0.99), At(1), _retried, _kills, Math.Round(seconds, 1),
                new SortedDictionary<string, int>(_errors, StringComparer.Ordinal), [.. _samples]);
        }
    }
}
