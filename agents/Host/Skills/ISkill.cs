using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Answers some intents of a role from the shop's data.</summary>
internal interface ISkill
{
    /// <summary>The intents it answers; each intent has exactly one skill.</summary>
    IReadOnlyList<Intent> Intents { get; }

    /// <summary>The outcome of the task.</summary>
    /// <exception cref="Shop.ShopUnavailableException">The shop did not answer: the specialist says so.</exception>
    Task<TaskOutcome> HandleAsync(SkillTask task, CancellationToken cancellationToken);
}
