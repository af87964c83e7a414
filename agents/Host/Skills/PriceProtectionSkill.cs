using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>The difference back when the price fell within 30 days of the purchase; amounts come from the catalog only.</summary>
internal sealed class PriceProtectionSkill(IShop shop) : ISkill
{
    private const int Days = 30;

    public IReadOnlyList<Intent> Intents => [Intent.PriceProtection];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.Alive && i.Order.PaidAt is { } paid && task.Request.Now - paid < TimeSpan.FromDays(Days));
        if (choice.Best is not { } item)
            return task.End(Outcome.Refused, "price.too-old", "price.too-old");
        var now = (await shop.ProductsAsync(cancellationToken)).SelectMany(p => p.Variants).FirstOrDefault(v => v.Sku == item.Line.Sku)?.Price ?? item.Line.UnitPrice;
        var difference = item.Line.UnitPrice - now;
        return difference <= 0
            ? task.Text(Outcome.Resolved, "price.same", task.Say("price.same", item.Title(task.English), task.Yuan(now)), item.Focus(choice.Others))
            : task.Confirm(new OpenCase(customer, item.Order.Number, item.Line.Id, CaseKind.PriceProtection, null, difference), "price.confirm",
                task.Say("price.confirm", item.Title(task.English), task.Yuan(difference)), item.Focus(choice.Others));
    }
}
