using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Cancels what has not left; what has left can be refused at the door or returned.</summary>
internal sealed class CancelSkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.CancelOrder];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private static TaskOutcome Answer(SkillTask task)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.NotSent);
        if (choice.Best is { NotSent: true } item)
        {
            return task.Confirm(new CancelOrder(customer, item.Order.Number), "cancel.confirm",
                task.Say("cancel.confirm", item.Title(task.English), task.Yuan(item.Order.Total)), item.Focus(choice.Others));
        }
        var sent = ItemChoice.Of(task, i => i.UnderWay);
        return sent.Best is { } moving
            ? task.Text(Outcome.Refused, "cancel.already-sent", task.Say("cancel.sent", moving.Title(task.English)), moving.Focus(sent.Others))
            : task.End(Outcome.Refused, "cancel.nothing", "cancel.nothing");
    }
}
