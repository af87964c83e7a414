namespace Fleet.Commerce.Logistics;

/// <summary>
/// What a set of scans amounts to. Carriers send scans late, twice and in any order, so the state is a fold over event time:
/// doubles count once, progress never goes back, exceptions and returns override, and a later scan of the way ends an exception.
/// </summary>
/// <param name="State">Where the parcel is.</param>
/// <param name="Since">When it came into that state.</param>
/// <param name="LastScan">The last scan of any kind.</param>
/// <param name="Events">Every distinct scan, oldest first.</param>
/// <param name="FailedAttempts">Deliveries tried in vain.</param>
public sealed record ParcelHistory(
    ParcelState State, DateTimeOffset? Since, ParcelEvent? LastScan, IReadOnlyList<ParcelEvent> Events, int FailedAttempts)
{
    /// <summary>A parcel nobody has scanned.</summary>
    public static ParcelHistory Empty { get; } = new(ParcelState.Created, null, null, [], 0);

    /// <summary>Folds <paramref name="events"/>, in whatever order and however often they came; those after <paramref name="now"/> are not known yet.</summary>
    public static ParcelHistory Of(IEnumerable<ParcelEvent> events, DateTimeOffset now)
    {
        ParcelEvent[] scans = [.. events.Where(e => e.At <= now)
            .DistinctBy(e => (e.At.UtcTicks, e.State, e.Text))
            .OrderBy(e => e.At).ThenBy(e => e.State).ThenBy(e => e.Text, StringComparer.Ordinal)];
        return scans.Aggregate(Empty with { Events = scans }, static (seen, scan) => seen.After(scan));
    }

    private ParcelHistory After(ParcelEvent scan)
    {
        var next = Next(State, scan.State);
        return this with
        {
            State = next,
            Since = next == State && Since is not null ? Since : scan.At,
            LastScan = scan,
            FailedAttempts = FailedAttempts + (scan.State == ParcelState.DeliveryFailed ? 1 : 0),
        };
    }

    private static ParcelState Next(ParcelState now, ParcelState scan) => (now, scan) switch
    {
        // What has ended stays ended: a hub scan typed in late does not undo a signature. Only a return or a loss found later does.
        (ParcelState.Returned or ParcelState.Cancelled, _) => now,
        (ParcelState.Lost, ParcelState.Delivered or ParcelState.Returned) => scan,
        (ParcelState.Lost, _) => now,
        (ParcelState.Delivered, ParcelState.Returning or ParcelState.Returned or ParcelState.Damaged or ParcelState.Lost) => scan,
        (ParcelState.Delivered, _) => now,
        // On the way back every hub scan still means "on the way back".
        (ParcelState.Returning or ParcelState.Refused, _) when scan.Progress() is >= 0 and < (int)ParcelState.Delivered => now,
        // A second attempt, or a door delivery out of a locker.
        (ParcelState.DeliveryFailed or ParcelState.AtPickupPoint, ParcelState.OutForDelivery) => scan,
        (ParcelState.OutForDelivery or ParcelState.ArrivedCity, ParcelState.InTransit) => now,
        _ when now.Progress() >= 0 && scan.Progress() >= 0 => scan.Progress() > now.Progress() ? scan : now,
        _ => scan,
    };
}
