namespace Fleet.Agents.Shop;

/// <summary>A campaign of the shop.</summary>
/// <param name="Kind"><c>tiers</c> (the best step counts), <c>per</c> (each full step counts), <c>percent</c>, or <c>flash</c>.</param>
/// <param name="Steps">Threshold and what is taken off, in yuan; for <c>percent</c> the percentage off.</param>
/// <param name="Category">Category it covers; null: everything.</param>
/// <param name="WithCoupons">Whether coupons may be used on top.</param>
public sealed record Campaign(
    string Id, string Name, string NameEn, string Kind, IReadOnlyList<CampaignStep> Steps, string? Category, DateTimeOffset From,
    DateTimeOffset Until, bool WithCoupons = true);

/// <summary>One step: from <paramref name="Threshold"/> yuan on, <paramref name="Off"/> off.</summary>
public sealed record CampaignStep(decimal Threshold, decimal Off);

/// <summary>A line of a customer's cart.</summary>
public sealed record CartLine(string ProductId, string Sku, int Quantity);
