using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Which campaigns run, how they count, and until when.</summary>
internal sealed class CampaignSkill(IShop shop) : ISkill
{
    public IReadOnlyList<Intent> Intents => [Intent.PromotionRules];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        var campaigns = (await shop.CampaignsAsync(cancellationToken)).Where(c => c.From <= task.Request.Now).Take(3).ToList();
        if (campaigns.Count == 0)
            return task.End(Outcome.Resolved, "campaign.none", "campaign.none");
        var text = task.Say("campaign.head") + string.Join(task.Say("list"), campaigns.Select(c =>
            task.Say(c.WithCoupons ? "campaign.line" : "campaign.line-alone", task.English ? c.NameEn : c.Name, task.Day(c.Until)))) + task.Say("stop");
        return task.Text(Outcome.Resolved, "campaign.list", text, []);
    }
}
