using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>When and where the courier should hand a parcel over.</summary>
internal sealed class DeliverySkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.DeliveryArrangement];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is null)
            return Task.FromResult(task.Unknown());
        var choice = ItemChoice.Of(task, i => i.UnderWay);
        if (choice.Best is not { } item)
            return Task.FromResult(task.End(Outcome.Resolved, "order.none", "order.none"));
        var carrier = item.Parcel is { } parcel ? Commerce.Logistics.Carrier.Of(parcel.Carrier) : null;
        var text = carrier is null
            ? task.Say("delivery.before", item.Title(task.English))
            : task.Say("delivery.after", item.Title(task.English), carrier.Name(task.Request.Language), carrier.Phone);
        return Task.FromResult(task.Text(Outcome.Resolved, "delivery.advice", text, item.Focus(choice.Others)));
    }
}
