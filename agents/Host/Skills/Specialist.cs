using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Finds the skill of an intent, carries out what a customer said yes to, and turns the shop's failures into outcomes.</summary>
internal sealed partial class Specialist(IEnumerable<ISkill> skills, IShop shop, SkillPhrases phrases, ILogger<Specialist> log) : ISpecialist
{
    private readonly Dictionary<Intent, ISkill> _skills = skills.SelectMany(s => s.Intents.Select(i => (Intent: i, Skill: s))).ToDictionary(s => s.Intent, s => s.Skill);

    public async Task<TaskOutcome> HandleAsync(TaskRequest request, CancellationToken cancellationToken)
    {
        var task = new SkillTask(request, phrases.Book);
        try
        {
            if (!_skills.TryGetValue(request.Intent, out var skill))
                return task.End(Outcome.HandedOver, "intent.foreign", "handover");
            if (request.Principal.CustomerId is { } customer)
            {
                await task.LoadAsync(shop, customer, cancellationToken);
                if (request.Answering is { Slot: "confirm" } && request.Answer is Intent.Affirm or Intent.Deny)
                    return await Confirmation.AnswerAsync(task, shop, customer, cancellationToken);
            }
            return await skill.HandleAsync(task, cancellationToken);
        }
        catch (ShopUnavailableException e)
        {
            Unavailable(log, request.Intent, e.Message);
            return task.End(Outcome.Failed, "shop.unavailable", "shop.unavailable");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Intent}: the shop did not answer: {Problem}")]
    private static partial void Unavailable(ILogger log, Intent intent, string problem);
}
