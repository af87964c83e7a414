using Fleet.Core.Peaks;
using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation;

/// <summary>Plays one load through every policy, each with its own copy of the same plant.</summary>
public static class Simulator
{
    // Everybody begins settled: ten minutes of the first load, which do not count.
    private const int WarmUp = 600;

    public static IReadOnlyList<SimulationResult> Run(SimulationSetup setup) => [.. Contestants(setup).Select(one => Play(setup, one))];

    internal static IEnumerable<IContestant> Contestants(SimulationSetup setup)
    {
        var (policy, epoch) = (setup.Policy, setup.Epoch.AddSeconds(-WarmUp));
        var target = policy.PerReplica * policy.UtilizationPercent / 100;
        HpaSettings Hpa(HpaBehavior? behavior) => new(Math.Max(1, policy.Minimum), policy.Maximum, 0.1, 0.1, 300, behavior);
        var kpa = new KpaSettings { TargetValue = target, TotalValue = policy.PerReplica };

        yield return new FleetContestant(policy, setup.Peaks, epoch);
        yield return new HpaContestant("hpa-pods-default", Hpa(HpaBehavior.Default), target, total: false, cron: null);
        yield return new HpaContestant("hpa-pods-tuned", Hpa(HpaBehavior.Tuned), target, total: false, cron: null);
        yield return new HpaContestant("hpa-total-default", Hpa(HpaBehavior.Default), target, total: true, cron: null);
        yield return new HpaContestant("hpa-total-tuned", Hpa(HpaBehavior.Tuned), target, total: true, cron: null);
        yield return new KpaContestant("kpa", kpa);
        yield return new KpaContestant("kpa-delay60", kpa with { DownDelaySeconds = 60 });
        yield return new HpaContestant("keda", Hpa(null), target, total: true, cron: Cron(setup, epoch));
        yield return new FixedContestant(policy.Maximum);
    }

    private static SimulationResult Play(SimulationSetup setup, IContestant contestant)
    {
        var (policy, arrivals) = (setup.Policy, setup.Trace.Arrivals);
        var first = (int)Math.Ceiling(arrivals.Take(60).DefaultIfEmpty(0).Average());
        var least = Math.Max(1, policy.Minimum);
        var begin = Math.Clamp((int)Math.Ceiling(first / (policy.PerReplica * policy.UtilizationPercent / 100)), least, policy.Maximum);
        var plant = new Plant(new(setup.StartSeconds, 0.35, setup.Seed), (int)policy.PerReplica, begin);

        var (overloaded, recover, stretch, slow, podSeconds, turns) = (0, 0, 0, 0L, 0L, 0L);
        var (replicas, ready) = (new int[arrivals.Count], new int[arrivals.Count]);
        for (var second = 0; second < WarmUp + arrivals.Count; second++)
        {
            var scored = second - WarmUp;
            var arrived = scored < 0 ? first : arrivals[scored];
            var late = plant.Serve(second, arrived);
            contestant.Sample(second, plant, arrived);
            if (second % contestant.Period == 0) plant.Scale(second, Math.Clamp(contestant.Decide(second, plant), least, policy.Maximum));
            if (scored < 0) continue;

            stretch = plant.Waiting > 0 ? stretch + 1 : 0;
            overloaded += plant.Waiting > 0 ? 1 : 0;
            recover = Math.Max(recover, stretch);
            (slow, podSeconds, turns) = (slow + late, podSeconds + plant.Current, turns + arrived);
            (replicas[scored], ready[scored]) = (plant.Current, plant.Ready);
        }
        return new(contestant.Name, overloaded, slow, turns, podSeconds / 3600.0, Turns(replicas), recover, replicas, ready);
    }

    private static int Turns(int[] replicas)
    {
        var (turns, last) = (0, 0);
        for (var i = 1; i < replicas.Length; i++)
        {
            var direction = Math.Sign(replicas[i] - replicas[i - 1]);
            if (direction != 0 && last != 0 && direction != last) turns++;
            last = direction != 0 ? direction : last;
        }
        return turns;
    }

    /// <summary>The first peak as KEDA's cron trigger: its full floor from the lead time to the end.</summary>
    private static KedaCron? Cron(SimulationSetup setup, DateTimeOffset epoch)
    {
        if (setup.Peaks.Count == 0) return null;
        var entry = setup.Peaks[0];
        var window = Calendar.Windows(entry, setup.Epoch).FirstOrDefault();
        return window is null
            ? null
            : new((long)(window.Warm - epoch).TotalSeconds, (long)(window.End - epoch).TotalSeconds, entry.Floor.For(setup.Policy.Minimum, setup.Policy.PerReplica));
    }
}
