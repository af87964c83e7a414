using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Sending goods back for their money.</summary>
internal sealed class ReturnSkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.ReturnItem, Intent.RefundRequest];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private static TaskOutcome Answer(SkillTask task)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, ReturnRights.Concerns);
        if (choice.Best is not { } item)
            return task.End(Outcome.Refused, "return.nothing", "return.nothing");
        var title = item.Title(task.English);
        var focus = item.Focus(choice.Others);
        if (!choice.Sure && task.Request.Answering?.Slot != "item")
        {
            var list = string.Join(task.Say("list"), choice.Others.Prepend(item).Take(4).Select(i => i.Title(task.English)));
            return task.Text(Outcome.NeedsInfo, "return.which", task.Say("which", list), focus,
                task.Question("item", [.. choice.Others.Prepend(item).Take(4).Select(i => i.Line.Id)]));
        }
        if (item.NotSent)
        {
            return task.Confirm(new CancelOrder(customer, item.Order.Number), "return.not-sent",
                task.Say("cancel.confirm", title, task.Yuan(item.Order.Total)), focus);
        }
        if (ReturnRights.Excluded(item))
            return task.Text(Outcome.Refused, "return.excluded", task.Say("return.excluded", title), focus);
        if (!ReturnRights.Within(item, ReturnRights.DaysWithoutReason))
            return task.Text(Outcome.Refused, "return.window-closed", task.Say("return.late", title, task.Day(ReturnRights.LastDay(item)!.Value)), focus);
        var write = new OpenCase(customer, item.Order.Number, item.Line.Id, CaseKind.Return, task.Request.Text, item.Line.Paid);
        return task.Confirm(write, "return.confirm", task.Say(item.Delivered ? "return.confirm" : "return.before", title, task.Yuan(item.Line.Paid),
            item.Line.FreightInsurance ? task.Say("return.insured") : task.Say("return.own-freight")), focus);
    }
}
