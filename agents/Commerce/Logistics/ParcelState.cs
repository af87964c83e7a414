namespace Fleet.Commerce.Logistics;

/// <summary>
/// Where a parcel is, for every carrier and tracking provider. The order of the way is the order of the first eight;
/// what follows are exceptions and ends.
/// </summary>
public enum ParcelState
{
    Created, PickedUp, InTransit, ArrivedCity, OutForDelivery, AtPickupPoint, DeliveryFailed, Delivered,
    Stuck, Customs, PickupOverdue, Refused, Returning, Returned, Damaged, Lost, Cancelled,
}

/// <summary>Questions about a state that many rules ask.</summary>
public static class ParcelStates
{
    /// <summary>How far on the way, 0..7; exceptions have no progress of their own (-1).</summary>
    public static int Progress(this ParcelState state) => state <= ParcelState.Delivered ? (int)state : -1;

    /// <summary>Whether nothing more will happen by itself.</summary>
    public static bool IsFinal(this ParcelState state) =>
        state is ParcelState.Delivered or ParcelState.Returned or ParcelState.Lost or ParcelState.Cancelled;

    /// <summary>Whether the parcel is on its way to the customer.</summary>
    public static bool IsUnderWay(this ParcelState state) =>
        state is ParcelState.Created or ParcelState.PickedUp or ParcelState.InTransit or ParcelState.ArrivedCity or ParcelState.OutForDelivery
            or ParcelState.AtPickupPoint or ParcelState.DeliveryFailed or ParcelState.Stuck or ParcelState.Customs or ParcelState.PickupOverdue;
}
