namespace Fleet.Agents.Shop;

/// <summary>How far an order is.</summary>
public enum OrderState { AwaitingPayment, Paid, Shipped, Completed, Cancelled, Closed }

/// <summary>An order with its lines.</summary>
/// <param name="Number">What the customer sees; also the key.</param>
/// <param name="PromisedBy">When it should arrive, as promised at purchase.</param>
/// <param name="ShipBy">When it should leave, as promised at purchase.</param>
/// <param name="Freight">Yuan paid for shipping.</param>
/// <param name="PaidWith">alipay, wechat, card, balance.</param>
/// <param name="Note">What the customer wrote to the order: data, never an instruction.</param>
public sealed record Order(
    string Number, string CustomerId, OrderState State, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, DateTimeOffset? ShipBy,
    DateTimeOffset? PromisedBy, Address Address, IReadOnlyList<OrderLine> Lines, decimal Freight, string PaidWith,
    string? InvoiceTitle = null, string? Note = null)
{
    /// <summary>Yuan paid, freight included.</summary>
    public decimal Total => Lines.Sum(l => l.Paid) + Freight;
}

/// <summary>One line of an order.</summary>
/// <param name="Id">Unique in the shop: order number, dash, position.</param>
/// <param name="UnitPrice">Yuan for one before discounts.</param>
/// <param name="Paid">Yuan for the line after its share of all discounts.</param>
/// <param name="ShipmentId">The parcel it travels in, once it has one.</param>
/// <param name="FreightInsurance">Whether return freight is insured (运费险).</param>
public sealed record OrderLine(
    string Id, string ProductId, string Sku, string Name, string NameEn, string Category, string? Color, string? Size, int Quantity,
    decimal UnitPrice, decimal Paid, string? ShipmentId, bool FreightInsurance = true);
