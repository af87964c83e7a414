namespace Fleet.Agents.Shop;

/// <summary>Something the shop sells, with its variants.</summary>
/// <param name="Category">clothes, shoes, phone, earphones, appliance, beauty, food, home, book, custom.</param>
/// <param name="Words">What customers call it, in both languages.</param>
/// <param name="Facts">What may be said about it, by attribute: material, size, warranty …; values in both languages, split by <c>|</c>.</param>
public sealed record Product(
    string Id, string Name, string NameEn, string Category, IReadOnlyList<string> Words, IReadOnlyList<Variant> Variants,
    IReadOnlyDictionary<string, string> Facts, string Seller = "自营")
{
    /// <summary>The name in <paramref name="language"/>.</summary>
    public string Title(string language) => language == "en" ? NameEn : Name;
}

/// <summary>A variant that can be bought.</summary>
/// <param name="Price">Yuan, before promotions.</param>
/// <param name="Stock">Pieces that may be sold now.</param>
public sealed record Variant(string Sku, string? Color, string? Size, decimal Price, int Stock);
