using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Another color or size of something that was sent: what is possible first, then the wish, then a yes.</summary>
internal sealed class ExchangeSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.ExchangeItem];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => ReturnRights.Concerns(i) && !ReturnRights.Excluded(i), colorIsWish: true);
        if (choice.Best is not { } item)
            return task.End(Outcome.Refused, "exchange.nothing", "exchange.nothing");
        var title = item.Title(task.English);
        var focus = item.Focus(choice.Others);
        if (!ReturnRights.Within(item, ReturnRights.DaysWithoutReason))
            return task.Text(Outcome.Refused, "exchange.window-closed", task.Say("exchange.late", title), focus);
        var wish = await Wish.OfAsync(task, item, shop, cancellationToken);
        if (wish.Variant is { } variant)
        {
            ShopWrite write = item.NotSent
                ? new ChangeVariant(customer, item.Order.Number, item.Line.Id, variant.Sku)
                : new OpenCase(customer, item.Order.Number, item.Line.Id, CaseKind.Exchange, wish.Name);
            return task.Confirm(write, "exchange.confirm",
                task.Say(item.NotSent ? "change.confirm" : item.Delivered ? "exchange.confirm" : "exchange.confirm-before", title, wish.Name), focus);
        }
        var key = wish.SoldOut ? "wish.sold-out" : item.Delivered ? "exchange.ask" : "exchange.ask-before";
        return task.Text(Outcome.NeedsInfo, wish.SoldOut ? "exchange.sold-out" : "exchange.ask", task.Say(key, title, wish.Choices), focus,
            task.Question("color", []));
    }
}
