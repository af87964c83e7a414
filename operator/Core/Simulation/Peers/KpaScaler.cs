namespace Fleet.Core.Simulation.Peers;

/// <summary>Result of one Knative decision, before the bounds of the revision.</summary>
public readonly record struct KpaScale(int Desired, int ExcessBurstCapacity, bool InPanic);

/// <summary>The decision of the Knative pod autoscaler, re-implemented from its documented rules (serving 0.50, `Scale`).</summary>
public sealed class KpaScaler(KpaSettings settings)
{
    private readonly List<(long Slot, int Desired)> _delayed = [];
    private double? _panicSince;
    private int _panicMost;

    /// <param name="now">Unix seconds.</param>
    /// <param name="readyPods">Ready pods, 0 included.</param>
    public KpaScale Scale(double now, int readyPods, double stableAverage, double panicAverage)
    {
        var ready = Math.Max(1.0, readyPods);
        var most = Math.Ceiling(settings.MaximumUpRate * ready);
        var least = settings.Reachable ? Math.Floor(ready / settings.MaximumDownRate) : 0;
        var stableWanted = Math.Ceiling(stableAverage / settings.TargetValue);
        var panicWanted = Math.Ceiling(panicAverage / settings.TargetValue);
        var stable = Bounded(stableWanted, least, most);
        var panic = Bounded(panicWanted, least, most);

        if (panicWanted / ready >= settings.PanicThreshold) _panicSince = now;
        else if (_panicSince is { } since && since + settings.StableWindowSeconds < now) (_panicSince, _panicMost) = (null, 0);

        var desired = stable;
        if (_panicSince is not null) _panicMost = desired = Math.Max(_panicMost, Math.Max(stable, panic));
        if (settings.DownDelaySeconds > 0 && settings.Reachable) desired = Delayed((long)now / 2, desired);

        var excess = settings.BurstCapacity switch
        {
            > 0 => Math.Floor((readyPods * settings.TotalValue) - settings.BurstCapacity - panicAverage),
            0 => 0,
            _ => -1,
        };
        return new(desired, (int)excess, _panicSince is not null);
    }

    private int Bounded(double wanted, double least, double most)
    {
        var bounded = Math.Min(Math.Max(wanted, least), most);
        return (int)(settings.ActivationScale > 1 && wanted > 0 ? Math.Max(bounded, settings.ActivationScale) : bounded);
    }

    private int Delayed(long slot, int desired)
    {
        var size = (int)Math.Ceiling(settings.DownDelaySeconds / 2);
        _delayed.RemoveAll(entry => slot - entry.Slot >= size);
        _delayed.Add((slot, desired));
        return _delayed.Max(entry => entry.Desired);
    }
}
