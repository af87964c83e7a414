using Fleet.Agents.Shop;
using Fleet.Contracts.Language;

namespace Fleet.Agents.Skills;

/// <summary>The variant a customer wants instead.</summary>
/// <param name="Variant">Null while it is not clear, or sold out.</param>
/// <param name="Name">Its color and size in words.</param>
/// <param name="Choices">What could be chosen, in words.</param>
/// <param name="SoldOut">The wish is clear but there is none left.</param>
internal sealed record Wish(Variant? Variant, string Name, string Choices, bool SoldOut)
{
    public static async Task<Wish> OfAsync(SkillTask task, Item item, IShop shop, CancellationToken cancellationToken)
    {
        var product = (await shop.ProductsAsync(cancellationToken)).FirstOrDefault(p => p.Id == item.Line.ProductId);
        var variants = product?.Variants ?? [];
        var color = task.Entity(EntityType.Color)?.Value;
        var size = task.Entity(EntityType.Size)?.Value;
        var choices = string.Join(task.Say("list"), variants.Where(v => v.Stock > 0 && (v.Color, v.Size) != (item.Line.Color, item.Line.Size))
            .Where(v => size is not null || v.Size == item.Line.Size || v.Color == item.Line.Color)
            // The same size in another color is what most people want.
            .OrderBy(v => v.Size == item.Line.Size ? 0 : 1)
            .Select(v => Named(task, v, item)).Distinct().Take(6));
        if (color is null && size is null)
            return new(null, "", choices, false);
        var wanted = variants.FirstOrDefault(v => v.Color == (color ?? item.Line.Color) && v.Size == (size ?? item.Line.Size));
        return wanted is { Stock: > 0 } ? new(wanted, Named(task, wanted, item), choices, false) : new(null, "", choices, true);
    }

    private static string Named(SkillTask task, Variant variant, Item item) => string.Join(" ", new[]
    {
        task.English ? Words.Color(variant.Color) : variant.Color, variant.Size == item.Line.Size && variant.Color is not null ? null : variant.Size,
    }.Where(v => v is not null));
}
