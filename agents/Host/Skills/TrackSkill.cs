using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Where an order or parcel is and when it comes.</summary>
internal sealed class TrackSkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.TrackShipment, Intent.OrderStatus];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private static TaskOutcome Answer(SkillTask task)
    {
        if (task.CustomerId is null)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.UnderWay);
        if (choice.Best is null)
            choice = ItemChoice.Of(task, i => i.Alive);
        if (choice.Best is not { } item)
            return task.End(Outcome.Resolved, "order.none", "order.none");
        var others = choice.Others.Where(o => o.UnderWay && o.Parcel?.Id != item.Parcel?.Id).ToList();
        var text = ParcelWords.Describe(task, item);
        if (!choice.Sure && others.Count > 0)
            text += task.Say("parcel.others", others.Count, string.Join(task.Say("list"), others.Take(3).Select(o => o.Title(task.English))));
        return task.Text(Outcome.Resolved, item.Parcel is null ? "order.not-sent" : $"parcel.{item.History.State}", text, item.Focus(choice.Others));
    }
}
