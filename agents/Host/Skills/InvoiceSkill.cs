using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>The electronic invoice of an order: its title is asked, then a yes.</summary>
internal sealed class InvoiceSkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.Invoice];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private static TaskOutcome Answer(SkillTask task)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.Alive && i.Order.PaidAt is not null);
        if (choice.Best is not { } item)
            return task.End(Outcome.Resolved, "order.none", "order.none");
        if (item.Order.InvoiceTitle is { } made)
            return task.Text(Outcome.Resolved, "invoice.made", task.Say("invoice.made", item.Title(task.English), made), item.Focus(choice.Others));
        var title = task.Request.Answering?.Slot == "title" ? task.Request.Text.Trim() : null;
        return title is null
            ? task.Text(Outcome.NeedsInfo, "invoice.ask", task.Say("invoice.ask", item.Title(task.English)), item.Focus(choice.Others), task.Question("title", []))
            : task.Confirm(new AskInvoice(customer, item.Order.Number, title), "invoice.confirm", task.Say("invoice.confirm", item.Title(task.English), title), item.Focus(choice.Others));
    }
}
