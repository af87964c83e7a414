using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Points, what they are worth, and when they expire.</summary>
internal sealed class PointsSkill(IShop shop) : ISkill
{
    private const int PointsInYuan = 100;

    public IReadOnlyList<Intent> Intents => [Intent.MembershipPoints];

    public async Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken)
    {
        if (task.CustomerId is not { } id || await shop.CustomerAsync(id, cancellationToken) is not { } customer)
            return task.Unknown();
        return task.End(Outcome.Resolved, "points", "points", customer.Points, task.Yuan((decimal)customer.Points / PointsInYuan),
            customer.PointsExpire.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), task.Say($"tier.{customer.Tier}"));
    }
}
