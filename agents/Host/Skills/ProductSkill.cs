using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Prices, facts, stock and recommendations, from the catalog only.</summary>
internal sealed class ProductSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.PriceQuery, Intent.ProductInfo, Intent.StockQuery, Intent.Recommendation];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        var products = await shop.ProductsAsync(cancellationToken);
        var words = task.Request.Entities.Where(e => e.Type == EntityType.Product).Select(e => e.Value).ToList();
        var fit = products.Where(p => words.Any(w => p.Words.Contains(w) || p.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
        if (task.Request.Intent == Intent.Recommendation)
        {
            var best = (fit.Count > 0 ? fit : products).Take(3).Select(p => task.Say("product.named", p.Title(task.Request.Language), task.Yuan(p.Variants[0].Price)));
            return task.Text(Outcome.Resolved, "product.recommended", task.Say("product.recommend", string.Join(task.Say("list"), best)), []);
        }
        if (fit.Count == 0 && task.Fact("focus.line") is { } line && task.Items.FirstOrDefault(i => i.Line.Id == line) is { } item)
            fit = [.. products.Where(p => p.Id == item.Line.ProductId)];
        if (fit.Count == 0)
            return task.Text(Outcome.NeedsInfo, "product.which", task.Say("product.which"), [], task.Question("product", []));
        var product = fit[0];
        var title = product.Title(task.Request.Language);
        return task.Request.Intent switch
        {
            Intent.PriceQuery => task.End(Outcome.Resolved, "product.price", "product.price", title, task.Yuan(product.Variants.Min(v => v.Price))),
            Intent.StockQuery => Stock(task, product, title),
            _ => task.End(Outcome.Resolved, "product.facts", "product.facts", title,
                string.Join(task.Say("list"), product.Facts.Values.Select(v => v.Split('|')[task.English ? 1 : 0]))),
        };
    }

    private static TaskOutcome Stock(SkillTask task, Product product, string title)
    {
        var color = task.Entity(EntityType.Color)?.Value;
        var size = task.Entity(EntityType.Size)?.Value;
        var wanted = product.Variants.Where(v => (color is null || v.Color == color) && (size is null || v.Size == size)).ToList();
        var there = wanted.Where(v => v.Stock > 0).Select(v => string.Join(" ", new[] { task.English ? Words.Color(v.Color) : v.Color, v.Size }.Where(x => x is not null)))
            .Where(v => v.Length > 0).Take(8).ToList();
        return wanted.Any(v => v.Stock > 0)
            ? task.End(Outcome.Resolved, "stock.there", there.Count > 0 ? "stock.variants" : "stock.there", title, string.Join(task.Say("list"), there))
            : task.End(Outcome.Resolved, "stock.none", "stock.none", title);
    }
}
