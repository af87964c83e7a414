using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Whether money has come back, and when it will.</summary>
internal sealed class RefundStatusSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.RefundStatus];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } customer)
            return task.Unknown();
        var refunds = await shop.RefundsAsync(customer, cancellationToken);
        if (refunds.Count == 0)
            return task.End(Outcome.Resolved, "refund.none", "refund.none");
        var refund = refunds[0];
        var item = task.Items.FirstOrDefault(i => i.Line.Id == refund.LineId);
        var title = item?.Title(task.English) ?? refund.OrderNumber;
        var way = task.Say($"paid.{refund.PaidWith}");
        var text = refund.State switch
        {
            RefundState.Arrived => task.Say("refund.arrived", title, task.Yuan(refund.Amount), task.Day(refund.ArrivedAt ?? refund.AskedAt), way),
            RefundState.Processing => task.Say("refund.processing", title, task.Yuan(refund.Amount), way, task.Day(refund.ExpectedBy ?? task.Request.Now.AddDays(3))),
            RefundState.AwaitingReturn => task.Say("refund.awaiting-return", title, task.Yuan(refund.Amount)),
            RefundState.Inspecting => task.Say("refund.inspecting", title, task.Yuan(refund.Amount)),
            RefundState.Rejected => task.Say("refund.rejected", title, refund.Reason ?? "-"),
            _ => task.Say("refund.awaiting-merchant", title, task.Yuan(refund.Amount)),
        };
        return task.Text(Outcome.Resolved, $"refund.{refund.State}", text, [new("refund.amount", refund.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }
}
