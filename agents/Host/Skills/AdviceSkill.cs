using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Return freight and installation: rules that need no write.</summary>
internal sealed class AdviceSkill : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.ReturnShippingFee, Intent.InstallationService];

    public Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.Request.Intent == Intent.InstallationService)
            return Task.FromResult(task.End(Outcome.Resolved, "installation", "installation"));
        var item = ItemChoice.Of(task, ReturnRights.Concerns).Best;
        var key = item is null ? "freight.rule" : item.Line.FreightInsurance ? "freight.insured" : "freight.own";
        return Task.FromResult(task.Text(Outcome.Resolved, key, task.Say(key, item?.Title(task.English) ?? ""), item?.Focus([]) ?? []));
    }
}
