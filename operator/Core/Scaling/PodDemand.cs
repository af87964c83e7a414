namespace Fleet.Core.Scaling;

/// <summary>Turns the samples of some pods into the demand of all: the mean of the sample times the number of ready pods.</summary>
public static class PodDemand
{
    /// <summary>Sums the newest sound sample of each pod, scaled to <paramref name="readyPods"/>; null when no sample can be used.</summary>
    /// <param name="samples">In any order, doubled ones allowed.</param>
    /// <param name="readyPods">Pods that take work; the sample stands for all of them.</param>
    /// <param name="stale">Older samples are unknown.</param>
    public static DemandReading? Of(IEnumerable<PodSample> samples, int readyPods, DateTimeOffset now, TimeSpan stale)
    {
        var newest = samples
            .Where(sample => sample.At > now - stale && Reading(sample).IsSound)
            .GroupBy(sample => sample.Pod, StringComparer.Ordinal)
            .Select(pod => pod.OrderBy(sample => sample.At).ThenBy(sample => sample.Active).ThenBy(sample => sample.Waiting).Last())
            .OrderBy(sample => sample.Pod, StringComparer.Ordinal)
            .ToList();
        if (newest.Count == 0) return null;

        var scale = Math.Max(readyPods, newest.Count) / (double)newest.Count;

        return new(
            newest.Sum(sample => sample.Active) * scale,
            newest.Sum(sample => sample.Waiting) * scale,
            newest.Sum(sample => sample.ArrivalRate) * scale,
            MeanHold(newest));
    }

    private static TimeSpan? MeanHold(List<PodSample> samples)
    {
        var measured = samples.Where(sample => sample.HoldTime is not null).ToList();
        if (measured.Count == 0) return null;

        // Weighted by arrivals, so that an idle pod's old mean does not speak for the busy ones.
        var weight = measured.Sum(sample => sample.ArrivalRate);
        return weight > 0
            ? TimeSpan.FromSeconds(measured.Sum(sample => sample.HoldTime!.Value.TotalSeconds * sample.ArrivalRate) / weight)
            : TimeSpan.FromSeconds(measured.Average(sample => sample.HoldTime!.Value.TotalSeconds));
    }

    private static DemandReading Reading(PodSample sample) => new(sample.Active, sample.Waiting, sample.ArrivalRate, sample.HoldTime);
}
