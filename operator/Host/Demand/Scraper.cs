using System.Collections.Concurrent;
using System.Net;
using Fleet.Contracts.Agents;
using Fleet.Core.Scaling;
using k8s.Models;

namespace Fleet.Operator.Demand;

/// <summary>
/// Asks ready pods for their load. What is absent, not a number, negative, late or not answered with 200 gives no sample: unknown is never zero.
/// </summary>
internal sealed class Scraper(HttpClient http, TimeProvider clock)
{
    /// <summary>So many pods of a pool speak for all of it.</summary>
    public const int Largest = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Forget = TimeSpan.FromMinutes(5);
    private const int Simultaneous = 32;
    private const string DurationSum = MetricNames.TurnDuration + "_sum";
    private const string DurationCount = MetricNames.TurnDuration + "_count";

    private readonly ConcurrentDictionary<string, Counters> _last = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(Simultaneous);

    /// <summary>One sample for each pod that gave a sound answer.</summary>
    /// <param name="metric">What the pool is sized by: a value of <see cref="LoadMetric"/> without waiting turns.</param>
    public async Task<IReadOnlyList<PodSample>> SampleAsync(IReadOnlyList<V1Pod> ready, string metric, CancellationToken cancellationToken)
    {
        var samples = await Task.WhenAll(Choose(ready).Select(pod => SampleAsync(pod, metric, cancellationToken)));
        foreach (var (pod, counters) in _last)
        {
            if (clock.GetUtcNow() - counters.At > Forget)
                _last.TryRemove(pod, out _);
        }
        return [.. samples.OfType<PodSample>()];
    }

    // Another part of a large pool each time, so that no pod's peculiarity speaks for ever.
    private IEnumerable<V1Pod> Choose(IReadOnlyList<V1Pod> ready)
    {
        if (ready.Count <= Largest)
            return ready;
        var first = (int)(clock.GetUtcNow().ToUnixTimeSeconds() / 10 % ready.Count);
        return Enumerable.Range(0, Largest).Select(i => ready[(first + i * ready.Count / Largest) % ready.Count]);
    }

    private async Task<PodSample?> SampleAsync(V1Pod pod, string metric, CancellationToken cancellationToken)
    {
        if (PodAddress.Of(pod) is not { } address)
            return null;
        await _places.WaitAsync(cancellationToken);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            using var answer = await http.GetAsync(new Uri(address, AgentEndpoints.Metrics), patience.Token);
            return answer.StatusCode == HttpStatusCode.OK
                ? Read(pod.Metadata.Name, await answer.Content.ReadAsStringAsync(patience.Token), metric, clock.GetUtcNow())
                : null;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>A pod's sample of its page, or null when the page does not tell its load.</summary>
    internal PodSample? Read(string pod, string page, string metric, DateTimeOffset now)
    {
        double? active = null, waiting = null;
        double seconds = 0, count = 0;
        foreach (var sample in PrometheusText.Read(page, MetricNames.Load, DurationSum, DurationCount))
        {
            switch (sample.Name)
            {
                case DurationSum:
                    seconds += sample.Value;
                    break;
                case DurationCount:
                    count += sample.Value;
                    break;
                default:
                    var which = sample.Labels.GetValueOrDefault("metric");
                    if (which == metric)
                        active = sample.Value;
                    if (which == LoadMetric.TurnsWaiting)
                        waiting = sample.Value;
                    break;
            }
        }
        if (active is not { } held || waiting is not { } queued || !double.IsFinite(held) || !double.IsFinite(queued) || held < 0 || queued < 0)
            return null;
        var before = _last.GetValueOrDefault(pod);
        _last[pod] = new(now, seconds, count);
        if (metric != LoadMetric.TurnsActive || before is null || count < before.Count || now <= before.At)
            return new(pod, now, held, queued);

        // Between two looks many short turns come and go unseen; the time they took together is the mean number of turns that ran at once.
        var turns = count - before.Count;
        var elapsed = (now - before.At).TotalSeconds;
        var mean = Math.Max(0, seconds - before.Seconds) / elapsed;
        TimeSpan? hold = turns > 0 ? TimeSpan.FromSeconds(Math.Max(0, seconds - before.Seconds) / turns) : null;
        return new(pod, now, Math.Max(held, mean), queued, turns / elapsed, hold);
    }

    private sealed record Counters(DateTimeOffset At, double Seconds, double Count);
}
