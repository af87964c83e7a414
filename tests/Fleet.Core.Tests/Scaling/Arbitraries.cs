using Fleet.Core.Scaling;
using FsCheck;
using FsCheck.Fluent;

namespace Fleet.Core.Tests.Scaling;

/// <summary>Policies, readings and observations of every sane kind.</summary>
public static class Arbitraries
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 10, 12, 0, 0, TimeSpan.Zero);

    private static Gen<double> Amount { get; } = Gen.Choose(0, 20_000).Select(tenths => tenths / 4.0);

    private static Gen<TimeSpan> Seconds(int from, int to) => Gen.Choose(from, to).Select(seconds => TimeSpan.FromSeconds(seconds));

    public static Arbitrary<ScalingPolicy> Policies() => (
        from minimum in Gen.Choose(0, 20)
        from more in Gen.Choose(0, 300)
        from each in Gen.Choose(1, 100)
        from utilization in Gen.Choose(10, 100)
        from buffer in Gen.Choose(0, 60)
        from replicas in Gen.Elements<int?>(null, null, 0, 3, 17)
        from stable in Seconds(6, 120)
        from down in Seconds(10, 600)
        from pace in Gen.Choose(1, 60)
        from panic in Gen.Choose(110, 400)
        from level in Gen.Elements<ServiceLevel?>(null, new(97, TimeSpan.FromSeconds(20)), new(99, TimeSpan.FromSeconds(1)))
        select new ScalingPolicy
        {
            Minimum = minimum, Maximum = Math.Max(1, minimum + more), PerReplica = each, UtilizationPercent = utilization,
            BufferPercent = buffer, BufferReplicas = replicas, StableWindow = stable, DownWindow = down, DownPercentPerMinute = pace,
            PanicThresholdPercent = panic, ServiceLevel = level,
        }).ToArbitrary();

    public static Arbitrary<DemandReading> Readings() => (
        from active in Amount
        from waiting in Gen.Frequency((3, Gen.Constant(0.0)), (1, Amount))
        from rate in Amount
        from hold in Gen.Frequency((1, Gen.Constant<TimeSpan?>(null)), (2, Seconds(1, 900).Select(time => (TimeSpan?)time)))
        select new DemandReading(active, waiting, rate, hold)).ToArbitrary();

    public static Arbitrary<Observation> Observations() => (
        from demand in Gen.Frequency((6, Readings().Generator.Select(reading => (DemandReading?)reading)), (1, Gen.Constant<DemandReading?>(null)))
        from current in Gen.Choose(0, 400)
        from ready in Gen.Choose(0, 400)
        from failing in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 60)))
        from start in Seconds(1, 120)
        from floors in Gen.Choose(0, 250).Select(replicas => new Floor($"peak-{replicas}", replicas)).ListOf()
        from edge in Gen.Elements<double?>(null, 0.5, 1, 60)
        select new Observation
        {
            Demand = demand, Current = current, Ready = Math.Min(ready, current), Starting = Math.Max(0, current - ready - failing), Failing = failing,
            StartTime = start, Floors = floors.Count > 2 ? [.. floors.Take(2)] : [.. floors],
            NextCalendarEdge = edge is { } seconds ? Start.AddDays(1).AddSeconds(seconds) : null,
        }).ToArbitrary();
}
