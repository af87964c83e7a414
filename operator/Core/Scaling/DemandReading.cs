namespace Fleet.Core.Scaling;

/// <summary>What a whole pool is asked to do at one instant. Where nothing is known there is no reading at all: unknown is never zero.</summary>
/// <param name="Active">Units of work that hold a place now (turns, conversations or calls).</param>
/// <param name="Waiting">Units that wait for a place.</param>
/// <param name="ArrivalRate">Units that arrive, per second.</param>
/// <param name="HoldTime">Mean time that a unit holds its place, without waiting; null where it is not measured, and then there is no start-up lead.</param>
public sealed record DemandReading(double Active, double Waiting, double ArrivalRate = 0, TimeSpan? HoldTime = null)
{
    /// <summary>A reading counts only when every number in it is finite and not negative.</summary>
    public bool IsSound =>
        Sound(Active) && Sound(Waiting) && Sound(ArrivalRate) && HoldTime is not { Ticks: < 0 };

    /// <summary>Offered load in Erlang (rate times holding time); 0 where the holding time is unknown.</summary>
    internal double Offered => ArrivalRate * (HoldTime?.TotalSeconds ?? 0);

    /// <summary>
    /// Places needed when a pod that is asked for now becomes Ready: what is active and will still be, what arrives in the meantime
    /// (arrival rate × start time, as long as it stays), and the places that work the backlog off in <paramref name="drain"/>.
    /// By Little's law this equals <see cref="Active"/> under steady load, however long a start takes.
    /// </summary>
    internal double PlacesAfter(TimeSpan start, TimeSpan drain)
    {
        if (HoldTime is not { Ticks: > 0 } hold) return Active + Waiting;

        var lasting = Math.Max(0, 1 - start / hold);
        var arriving = ArrivalRate * Math.Min(start.TotalSeconds, hold.TotalSeconds);
        var backlog = drain > hold ? Waiting * (hold / drain) : Waiting;

        return Math.Max(Active, Active * lasting + arriving) + backlog;
    }

    private static bool Sound(double value) => double.IsFinite(value) && value >= 0;
}
