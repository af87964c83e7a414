using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Another color or size of something that has not left.</summary>
internal sealed class ChangeOrderSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.ChangeOrder];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.UnderWay, colorIsWish: true);
        if (choice.Best is not { } item)
            return task.End(Outcome.Resolved, "order.none", "order.none");
        if (!item.NotSent)
            return task.Text(Outcome.Refused, "order.already-sent", task.Say("change.sent", item.Title(task.English)), item.Focus(choice.Others));
        var wish = await Wish.OfAsync(task, item, shop, cancellationToken);
        return wish.Variant is { } variant
            ? task.Confirm(new ChangeVariant(customer, item.Order.Number, item.Line.Id, variant.Sku), "change.confirm",
                task.Say("change.confirm", item.Title(task.English), wish.Name), item.Focus(choice.Others))
            : task.Text(Outcome.NeedsInfo, "change.ask", task.Say(wish.SoldOut ? "wish.sold-out" : "change.ask", item.Title(task.English), wish.Choices),
                item.Focus(choice.Others), task.Question("color", []));
    }
}
