using System.Collections.Immutable;

namespace Fleet.Core.Scaling;

/// <summary>Writes the present into a memory and drops what has left its window.</summary>
internal static class Recollection
{
    internal static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan ReplicaStretch = TimeSpan.FromSeconds(5);

    /// <summary>A stretch of the scale-down window: thirty of them, none under a second.</summary>
    internal static TimeSpan AnswerStretch(ScalingPolicy policy) =>
        TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerSecond, policy.DownWindow.Ticks / 30));

    internal static ScalingMemory Remember(this ScalingMemory memory, ScalingPolicy policy, Observation seen, DateTimeOffset now)
    {
        var replicas = memory.Replicas
            .Since(entry => entry.At, now - Minute - ReplicaStretch, now)
            .Join(entry => now - entry.At < ReplicaStretch, new(now, seen.Current, seen.Current),
                (old, fresh) => new(old.At, Math.Min(old.Least, fresh.Least), Math.Max(old.Most, fresh.Most)));

        if (seen.Demand is not { IsSound: true } demand)
            return memory with { Replicas = replicas, UnknownSince = memory.UnknownSince ?? now };

        var unbroken = memory.KnownSince <= now && memory.LastKnown <= now && now - memory.LastKnown <= policy.MaximumGap;
        var places = demand.PlacesAfter(seen.StartTime, policy.QueueDrain);
        return memory with
        {
            Replicas = replicas,
            UnknownSince = null,
            LastKnown = now,
            KnownSince = unbroken ? memory.KnownSince : now,
            Demand = memory.Demand
                .Since(entry => entry.At, now - policy.StableWindow, now)
                .Join(entry => now - entry.At < policy.Tick, new(now, places, demand.Offered, demand.HoldTime?.TotalSeconds ?? 0, 1),
                    (old, fresh) => new(old.At, old.Places + fresh.Places, old.Offered + fresh.Offered, fresh.HoldSeconds, old.Count + 1)),
        };
    }

    internal static ScalingMemory RememberAnswer(this ScalingMemory memory, ScalingPolicy policy, int answer, DateTimeOffset now) => memory with
    {
        Answers = memory.Answers
            .Since(entry => entry.At, now - policy.DownWindow - AnswerStretch(policy), now)
            .Join(entry => now - entry.At < AnswerStretch(policy), new(now, answer),
                (old, fresh) => old with { Replicas = Math.Max(old.Replicas, fresh.Replicas) }),
    };

    /// <summary>Mean over the entries younger than <paramref name="window"/>, each counting once however many readings it has.</summary>
    internal static double Mean(this ImmutableArray<DemandEntry> entries, Func<DemandEntry, double> value, TimeSpan window, DateTimeOffset now)
    {
        var (sum, count) = (0.0, 0);
        foreach (var entry in entries)
        {
            if (entry.At <= now - window) continue;
            sum += value(entry) / entry.Count;
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    // Entries from the future are those of a clock that was set back; they are worth nothing.
    private static ImmutableArray<T> Since<T>(this ImmutableArray<T> entries, Func<T, DateTimeOffset> at, DateTimeOffset from, DateTimeOffset now)
    {
        var first = 0;
        while (first < entries.Length && at(entries[first]) <= from) first++;
        var end = entries.Length;
        while (end > first && at(entries[end - 1]) > now) end--;
        return first == 0 && end == entries.Length ? entries : entries[first..end];
    }

    private static ImmutableArray<T> Join<T>(this ImmutableArray<T> entries, Func<T, bool> same, T fresh, Func<T, T, T> merge) =>
        entries.Length > 0 && same(entries[^1]) ? entries.SetItem(entries.Length - 1, merge(entries[^1], fresh)) : entries.Add(fresh);
}
