using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Broken, wrong, missing, in need of repair, or a complaint: a case after a yes, with what the law and the shop promise.</summary>
internal sealed class DefectSkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.ProductDefect, Intent.MissingOrWrongItem, Intent.RepairWarranty, Intent.Complaint];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private static TaskOutcome Answer(SkillTask task)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var choice = ItemChoice.Of(task, i => i.Delivered);
        var item = choice.Best ?? ItemChoice.Of(task, i => i.Alive).Best;
        if (item is null)
            return task.End(Outcome.HandedOver, "case.no-order", "handover");
        var (kind, key) = task.Request.Intent switch
        {
            Intent.ProductDefect => (CaseKind.Damaged, ReturnRights.Within(item, ReturnRights.DaysForQuality) ? "defect.ask" : "defect.repair"),
            Intent.MissingOrWrongItem => (CaseKind.MissingItem, "missing.ask"),
            Intent.RepairWarranty => (CaseKind.Repair, "repair.ask"),
            _ => (CaseKind.Complaint, "complaint.ask"),
        };
        return task.Confirm(new OpenCase(customer, item.Order.Number, item.Line.Id, kind, task.Request.Text), $"case.{kind}",
            task.Say(key, item.Title(task.English)), item.Focus(choice.Others));
    }
}
