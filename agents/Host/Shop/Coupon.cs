namespace Fleet.Agents.Shop;

/// <summary>A coupon in a customer's wallet.</summary>
/// <param name="Threshold">Yuan the covered goods must reach.</param>
/// <param name="Off">Yuan it takes off.</param>
/// <param name="Category">Category it covers; null: everything.</param>
/// <param name="UsedOn">Order it was used on.</param>
/// <param name="Exclusive">Not with other coupons or flash prices.</param>
/// <param name="NewCustomersOnly">Only for a first order.</param>
/// <param name="Channel">Where it may be used: <c>app</c>, or null for everywhere.</param>
public sealed record Coupon(
    string Id, string CustomerId, string Name, string NameEn, decimal Threshold, decimal Off, string? Category,
    DateTimeOffset From, DateTimeOffset Until, string? UsedOn = null, bool Exclusive = false, bool NewCustomersOnly = false, string? Channel = null);
