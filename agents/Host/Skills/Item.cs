using Fleet.Agents.Shop;
using Fleet.Commerce.Logistics;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>One line of one of the customer's orders, with its parcel if it has left.</summary>
internal sealed record Item(Order Order, OrderLine Line, Shipment? Parcel, DateTimeOffset Now)
{
    public ParcelHistory History { get; } = Parcel?.HistoryAt(Now) ?? ParcelHistory.Empty;

    public bool Alive => Order.State is not (OrderState.Cancelled or OrderState.Closed);

    public bool UnderWay => Alive && Order.State != OrderState.AwaitingPayment && (Parcel is null || History.State.IsUnderWay());

    public bool NotSent => Order.State is OrderState.Paid or OrderState.AwaitingPayment && Parcel is null;

    public bool Delivered => Parcel is not null && History.State == ParcelState.Delivered;

    /// <summary>When it was handed over; null while it is not.</summary>
    public DateTimeOffset? DeliveredAt => Delivered ? History.Since : null;

    /// <summary>Name with its variant, as the customer would recognize it.</summary>
    public string Title(bool english)
    {
        var variant = string.Join(" ", new[] { english ? Words.Color(Line.Color) : Line.Color, Line.Size }.Where(v => v is not null));
        return english ? Line.NameEn + (variant.Length > 0 ? $" ({variant})" : "") : $"「{Line.Name}{(variant.Length > 0 ? " " + variant : "")}」";
    }

    /// <summary>What the session keeps, so that "another one" and "that one" have a meaning in the next turn.</summary>
    public IReadOnlyList<Fact> Focus(IEnumerable<Item> others) =>
    [
        new("focus.order", Order.Number), new("focus.line", Line.Id), new("focus.parcel", Parcel?.Id ?? ""),
        new("candidates", string.Join(',', others.Where(o => o.Line.Id != Line.Id).Select(o => o.Line.Id).Prepend(Line.Id).Distinct().Take(6))),
    ];
}
