using System.Text.Json.Serialization;
using Fleet.Commerce.Logistics;

namespace Fleet.Agents.Shop;

/// <summary>A parcel of an order.</summary>
/// <param name="Carrier">Code of the carrier, see <see cref="Commerce.Logistics.Carrier"/>.</param>
/// <param name="PromisedBy">When the carrier said it would arrive.</param>
/// <param name="PickupPlace">Where it waits, when it waits in a station or locker.</param>
/// <param name="PickupCode">Code to fetch it.</param>
/// <param name="DeliveryDenied">The customer said that a delivered parcel never came.</param>
public sealed record Shipment(
    string Id, string CustomerId, string OrderNumber, string Carrier, string TrackingNumber, string FromCity, string ToCity,
    DateTimeOffset ShippedAt, DateTimeOffset? PromisedBy, IReadOnlyList<TrackingEvent> Events, string? PickupPlace = null,
    string? PickupCode = null, bool DeliveryDenied = false, DateTimeOffset? UrgedAt = null)
{
    /// <summary>The history as known at <paramref name="now"/>.</summary>
    public ParcelHistory HistoryAt(DateTimeOffset now) =>
        ParcelHistory.Of(Events.Select(e => new ParcelEvent(e.At, e.State, e.Text, e.City)), now);
}

/// <summary>One scan as the carrier gave it.</summary>
public sealed record TrackingEvent(
    DateTimeOffset At, [property: JsonConverter(typeof(JsonStringEnumConverter<ParcelState>))] ParcelState State, string Text, string? City);
