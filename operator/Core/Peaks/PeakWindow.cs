namespace Fleet.Core.Peaks;

/// <summary>One occurrence of a peak in absolute time: floor from <see cref="Warm"/>, falling from <see cref="End"/> to <see cref="Gone"/>.</summary>
public sealed record PeakWindow(DateTimeOffset Warm, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset Gone)
{
    public PeakPhase PhaseAt(DateTimeOffset now) =>
        now < Warm ? PeakPhase.Scheduled
        : now < Start ? PeakPhase.Warming
        : now < End ? PeakPhase.Active
        : now < Gone ? PeakPhase.RampingDown
        : PeakPhase.Done;

    /// <summary>Replicas in force of a full floor, rounded up on the ramp.</summary>
    public int FloorAt(DateTimeOffset now, int full) => PhaseAt(now) switch
    {
        PeakPhase.Warming or PeakPhase.Active => full,
        PeakPhase.RampingDown => (int)Math.Ceiling(full * ((Gone - now) / (Gone - End))),
        _ => 0,
    };

    /// <summary>Next instant after <paramref name="now"/> at which <see cref="FloorAt"/> or the phase changes; null when it is over.</summary>
    public DateTimeOffset? EdgeAfter(DateTimeOffset now, int full) => PhaseAt(now) switch
    {
        PeakPhase.Scheduled => Warm,
        PeakPhase.Warming => Start,
        PeakPhase.Active => End,
        PeakPhase.RampingDown => Step(now, full),
        _ => null,
    };

    private DateTimeOffset Step(DateTimeOffset now, int full)
    {
        if (full <= 0) return Gone;
        var step = Gone - ((FloorAt(now, full) - 1) / (double)full * (Gone - End));
        // At the step itself rounding may give the same instant again; a look must lie ahead.
        return step > now ? step : now + TimeSpan.FromSeconds(1) < Gone ? now + TimeSpan.FromSeconds(1) : Gone;
    }
}
