using Fleet.Contracts.Language;
using Fleet.Dialogue.Sessions;

namespace Fleet.Dialogue.Turns;

/// <summary>Turns a message into tasks: every intent gets exactly one, an answer goes to the task that asked.</summary>
public static class TurnPlanner
{
    /// <summary>The tasks of a turn, in the order in which things were said; never empty.</summary>
    public static IReadOnlyList<PlannedTask> Plan(Session session, Understanding understanding)
    {
        var tasks = new List<PlannedTask>();
        var answered = false;
        foreach (var heard in understanding.Intents)
        {
            if (session.Open is { } open && AnswerBinding.Of(heard, open, understanding) is { } answer)
            {
                // "好的,蓝色" affirms and informs in one breath: one answer to one question.
                if (!answered)
                    tasks.Add(Task(heard, open.Intent, "answer", understanding.Text) with { Answering = open, Answer = answer });
                answered = true;
            }
            else if (Corrects(session, heard, understanding) is { } corrected)
            {
                tasks.Add(Task(heard, corrected, "correction", understanding.Text) with { Answer = heard.Name });
            }
            else if (!tasks.Any(t => t.Intent == heard.Name))
            {
                var reason = Specialists.For(heard.Name) is null ? "router" : "new";
                tasks.Add(Task(heard, heard.Name, reason, heard.Clause ?? understanding.Text));
            }
        }
        return WithoutCourtesies(tasks);

        PlannedTask Task(IntentScore heard, Intent intent, string reason, string text) =>
            new($"{session.Turns + 1}.{tasks.Count + 1}", heard, intent, Specialists.For(intent), text, null, null, reason);
    }

    /// <summary>"不是这个,另一件" with nothing open means the thing last spoken of: the same intent again, about another one.</summary>
    private static Intent? Corrects(Session session, IntentScore heard, Understanding understanding) =>
        heard.Name is Intent.Deny or Intent.ProvideInfo && session.LastIntent is { } last && Specialists.For(last) is not null
        && understanding.Intents.All(i => Specialists.For(i.Name) is null)
        && understanding.Entities.Any(e => e.Type is not (EntityType.Money or EntityType.Quantity))
            ? last
            : null;

    /// <summary>A greeting or a thank-you beside a request needs no answer of its own.</summary>
    private static List<PlannedTask> WithoutCourtesies(List<PlannedTask> tasks)
    {
        var matter = tasks.Where(t => t.Role is not null || t.Intent is Intent.HumanAgent or Intent.PaymentIssue or Intent.AccountIssue).ToList();
        return matter.Count > 0 ? matter : tasks is [] ? tasks : [tasks[0]];
    }
}
