namespace Fleet.Contracts.Language;

/// <summary>What a span of the text names.</summary>
public enum EntityType
{
    OrderNumber, TrackingNumber, Phone, Money, Date, Product, Color, Size, Coupon, Quantity, Address, PersonName, Code, Reference,
}

/// <summary>
/// A span of the text with its meaning. <paramref name="Start"/> and <paramref name="Length"/> count UTF-16 units of the text.
/// </summary>
/// <param name="Type">What it names.</param>
/// <param name="Value">
/// The normal form: digits for numbers, <c>yyyy-MM-dd</c> or <c>yyyy-MM-dd/yyyy-MM-dd</c> (both ends included) for dates,
/// yuan with a point for money, the carrier code after a colon for tracking numbers (<c>SF1234567890123:shunfeng</c>),
/// <c>this|that|other|last|first|second…</c> for references such as 那件 or 另一件.
/// </param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Number of UTF-16 units.</param>
/// <param name="Score">How sure the recogniser is, 0..1.</param>
public sealed record Entity(EntityType Type, string Value, int Start, int Length, double Score = 1);
