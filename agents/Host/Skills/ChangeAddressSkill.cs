using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>A new address while the goods have not left; afterwards only the carrier can help.</summary>
internal sealed class ChangeAddressSkill : ISkill
{
    private const int ShortestAddress = 6;

    public IReadOnlyList<Intent> Intents => [Intent.ChangeAddress];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private static TaskOutcome Answer(SkillTask task)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.UnderWay);
        if (choice.Best is not { } item)
            return task.End(Outcome.Resolved, "order.none", "order.none");
        if (!item.NotSent)
        {
            var carrier = Commerce.Logistics.Carrier.Of(item.Parcel?.Carrier ?? "");
            return task.Text(Outcome.Refused, "address.already-sent",
                task.Say("address.sent", item.Title(task.English), carrier.Name(task.Request.Language), carrier.Phone), item.Focus(choice.Others));
        }
        var said = task.Entity(EntityType.Address)?.Value
            ?? (task.Request.Answering?.Slot == "address" && task.Request.Text.Trim().Length >= ShortestAddress ? task.Request.Text.Trim() : null);
        return said is null
            ? task.Text(Outcome.NeedsInfo, "address.ask", task.Say("address.ask", item.Title(task.English)), item.Focus(choice.Others), task.Question("address", []))
            : task.Confirm(new ChangeAddress(customer, item.Order.Number, said), "address.confirm", task.Say("address.confirm", item.Title(task.English), said), item.Focus(choice.Others));
    }
}
