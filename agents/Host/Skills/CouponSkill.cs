using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Which coupons the customer has, and for each why it does or does not apply to the cart.</summary>
internal sealed class CouponSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.CouponQuery];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var coupons = await shop.CouponsAsync(customer, cancellationToken);
        if (coupons.Count == 0)
            return task.End(Outcome.Resolved, "coupon.none", "coupon.none");
        var cart = await shop.CartAsync(customer, cancellationToken);
        var products = await shop.ProductsAsync(cancellationToken);
        var lines = cart.Select(c => (Product: products.First(p => p.Id == c.ProductId), Line: c))
            .Select(c => (c.Product.Category, Amount: c.Product.Variants.First(v => v.Sku == c.Line.Sku).Price * c.Line.Quantity)).ToList();
        // The one that still lives comes first; of many, three are told.
        var told = coupons.OrderBy(c => c.Until < task.Request.Now || c.UsedOn is not null).ThenBy(c => c.Until).Take(3);
        var text = string.Join("", told.Select(c => Why(task, c, lines)));
        return task.Text(Outcome.Resolved, "coupon.explained", text, []);
    }

    private static string Why(SkillTask task, Coupon coupon, IReadOnlyList<(string Category, decimal Amount)> cart)
    {
        var name = task.English ? coupon.NameEn : $"「{coupon.Name}」";
        var covered = cart.Where(l => coupon.Category is null || l.Category == coupon.Category).Sum(l => l.Amount);
        if (coupon.UsedOn is { } order)
            return task.Say("coupon.used", name, order);
        if (coupon.Until <= task.Request.Now)
            return task.Say("coupon.expired", name, task.Day(coupon.Until));
        if (coupon.From > task.Request.Now)
            return task.Say("coupon.early", name, task.Day(coupon.From));
        if (cart.Count == 0)
            return task.Say("coupon.empty-cart", name, task.Yuan(coupon.Threshold), task.Day(coupon.Until));
        if (covered == 0)
            return task.Say("coupon.other-goods", name);
        return covered < coupon.Threshold
            ? task.Say("coupon.below", name, task.Yuan(coupon.Threshold), task.Yuan(covered), task.Yuan(coupon.Threshold - covered), task.Day(coupon.Until))
            : task.Say("coupon.applies", name, task.Yuan(coupon.Off), task.Day(coupon.Until));
    }
}
