using System.Text.Json.Serialization;

namespace Fleet.Agents.Shop;

/// <summary>Something to change in the shop, always for one customer. The shop refuses what is not that customer's own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OpenCase), "openCase")]
[JsonDerivedType(typeof(CancelOrder), "cancelOrder")]
[JsonDerivedType(typeof(ChangeAddress), "changeAddress")]
[JsonDerivedType(typeof(ChangeVariant), "changeVariant")]
[JsonDerivedType(typeof(UrgeParcel), "urgeParcel")]
[JsonDerivedType(typeof(DenyDelivery), "denyDelivery")]
[JsonDerivedType(typeof(AskInvoice), "askInvoice")]
public abstract record ShopWrite(string CustomerId);

/// <summary>Opens an after-sales case on an order line.</summary>
public sealed record OpenCase(string CustomerId, string OrderNumber, string LineId, CaseKind Case, string? Wish, decimal? Amount = null)
    : ShopWrite(CustomerId);

/// <summary>Cancels an order that has not left; what was paid goes back.</summary>
public sealed record CancelOrder(string CustomerId, string OrderNumber) : ShopWrite(CustomerId);

/// <summary>Changes the delivery address of an order.</summary>
public sealed record ChangeAddress(string CustomerId, string OrderNumber, string Address) : ShopWrite(CustomerId);

/// <summary>Changes the variant of a line that has not left.</summary>
public sealed record ChangeVariant(string CustomerId, string OrderNumber, string LineId, string Sku) : ShopWrite(CustomerId);

/// <summary>Asks the warehouse (no parcel yet) or the carrier to hurry.</summary>
public sealed record UrgeParcel(string CustomerId, string OrderNumber, string? ShipmentId) : ShopWrite(CustomerId);

/// <summary>Notes that a parcel shown as delivered has not come, and opens an investigation.</summary>
public sealed record DenyDelivery(string CustomerId, string ShipmentId) : ShopWrite(CustomerId);

/// <summary>Asks for the electronic invoice of an order.</summary>
public sealed record AskInvoice(string CustomerId, string OrderNumber, string Title) : ShopWrite(CustomerId);

/// <summary>What became of a write.</summary>
/// <param name="Done">Whether it was carried out.</param>
/// <param name="Reference">Number of the case, where one was made.</param>
/// <param name="Reason">Stable code when it was not: <c>not-found</c>, <c>wrong-state</c>, <c>already-open</c>, <c>no-stock</c>.</param>
/// <param name="Repeated">The same idempotency key was seen before: this is the stored result, nothing happened again.</param>
public sealed record WriteResult(bool Done, string? Reference = null, string? Reason = null, bool Repeated = false);
