using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Shown as delivered, but the customer has not got it: an investigation, after a yes.</summary>
internal sealed class NotReceivedSkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.NotReceived];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private static TaskOutcome Answer(SkillTask task)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.Delivered && task.Request.Now - i.DeliveredAt < TimeSpan.FromDays(15));
        if (choice.Best is not { Parcel: { } parcel } item)
        {
            var way = ItemChoice.Of(task, i => i.UnderWay);
            return way.Best is { } moving
                ? task.Text(Outcome.Resolved, "parcel.under-way", ParcelWords.Describe(task, moving), moving.Focus(way.Others))
                : task.End(Outcome.Resolved, "order.none", "order.none");
        }
        return task.Confirm(new DenyDelivery(customer, parcel.Id), "delivery.denied",
            task.Say("denied.ask", item.Title(task.English), task.Moment(item.DeliveredAt!.Value)), item.Focus(choice.Others));
    }
}
