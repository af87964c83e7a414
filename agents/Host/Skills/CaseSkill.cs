using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>How far a return, exchange or repair is.</summary>
internal sealed class CaseSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.AfterSalesStatus];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var cases = await shop.CasesAsync(customer, cancellationToken);
        if (cases.FirstOrDefault() is not { } found)
            return task.End(Outcome.Resolved, "case.none", "case.none");
        var title = task.Items.FirstOrDefault(i => i.Line.Id == found.LineId)?.Title(task.English) ?? found.OrderNumber;
        var text = task.Say("case.head", title, task.Say($"case.{found.Kind}"), found.Id) + task.Say($"case.{found.State}", found.NextStepBy is { } by ? task.Day(by) : "-");
        return task.Text(Outcome.Resolved, $"case.{found.State}", text, []);
    }
}
