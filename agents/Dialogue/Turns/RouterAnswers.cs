using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Wording;

namespace Fleet.Dialogue.Turns;

/// <summary>What the Router answers itself: courtesies, account and payment guidance, and what it did not understand.</summary>
public static class RouterAnswers
{
    /// <summary>The outcome of a task without a specialist.</summary>
    public static TaskOutcome To(PlannedTask task, Session session, string language, Phrasebook phrases)
    {
        var (outcome, key) = task.Intent switch
        {
            Intent.HumanAgent => (Outcome.HandedOver, null),
            Intent.PaymentIssue => (Outcome.Resolved, "payment"),
            Intent.AccountIssue => (Outcome.Resolved, "account"),
            Intent.Greeting => (Outcome.Resolved, "greeting"),
            Intent.ThanksOrBye => (Outcome.Resolved, "thanks"),
            Intent.Affirm => (Outcome.Resolved, "affirm"),
            Intent.Deny => (Outcome.NeedsInfo, session.LastIntent is null ? "unclear" : "deny"),
            Intent.ProvideInfo => (Outcome.NeedsInfo, "provide"),
            _ => (Outcome.NeedsInfo, "unclear"),
        };
        return new(task.TaskId, task.Intent, outcome, "router." + (key ?? "human"), key is null ? "" : phrases.Say(language, key), []);
    }

    /// <summary>The outcome of a task whose specialist did not answer in time.</summary>
    public static TaskOutcome Missing(PlannedTask task, string language, Phrasebook phrases) =>
        new(task.TaskId, task.Intent, Outcome.Failed, "specialist.unavailable", phrases.Say(language, $"missing.{task.Role}"), []);
}
