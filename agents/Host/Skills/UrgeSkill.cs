using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Asks warehouse or carrier to hurry: the customer's request is the yes, and urging twice does no harm.</summary>
internal sealed class UrgeSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.UrgeShipment, Intent.UrgeDelivery];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => task.Request.Intent == Intent.UrgeShipment ? i.NotSent : i.UnderWay);
        if (choice.Best is null)
            choice = ItemChoice.Of(task, i => i.UnderWay);
        if (choice.Best is not { } item)
            return task.End(Outcome.Resolved, "urge.nothing", "urge.nothing");
        var result = await shop.WriteAsync(new UrgeParcel(customer, item.Order.Number, item.Parcel?.Id),
            $"{task.Request.TurnId}/{task.Request.TaskId}", cancellationToken);
        var key = !result.Done ? "write.failed" : item.Parcel is null ? "urge.warehouse" : "urge.carrier";
        return task.Text(result.Done ? Outcome.Resolved : Outcome.Failed, key, ParcelWords.Describe(task, item) + task.Say(key), item.Focus(choice.Others));
    }
}
