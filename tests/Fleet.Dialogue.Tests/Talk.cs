using Fleet.Contracts.Agents;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Care;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Turns;
using Fleet.Dialogue.Wording;

namespace Fleet.Dialogue.Tests;

/// <summary>Short ways to say what a customer said and what a specialist answered.</summary>
internal static class Talk
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 10, 12, 0, 0, TimeSpan.FromHours(8));

    public static readonly Phrasebook Echo = new(new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["zh"] = new EchoBook(),
    });

    public static Session Fresh => Session.New("default:web:-:demo-1", Noon);

    public static Understanding Said(string text, params Intent[] intents) =>
        new(text, [.. intents.Select(i => new IntentScore(i, .9))], [], Emotion.Calm, "zh");

    public static OpenQuestion Asked(Intent intent, string slot, string task = "1.1") => new(task, intent, slot, [], null, Noon);

    public static Session Asking(OpenQuestion question, string prompt = "请确认。") =>
        Fresh with { Turns = 1, LastIntent = question.Intent, Questions = [new(question, prompt)] };

    public static TaskEnd End(PlannedTask task, Outcome outcome = Outcome.Resolved, string text = "好。", OpenQuestion? question = null, params Fact[] facts) =>
        new(task, new(task.TaskId, task.Intent, outcome, "test", text, facts, question));

    public static IReadOnlyList<TaskEnd> Ends(Session session, Understanding said) =>
        [.. TurnPlanner.Plan(session, said).Select(t => End(t, t.Intent == Intent.HumanAgent ? Outcome.HandedOver : Outcome.Resolved))];

    public static Session After(Session session, Understanding said, IReadOnlyList<TaskEnd> ends) =>
        SessionUpdate.Apply(session, said, ends, HandoverDecision.Of(session, said, ends));

    public static AgentRole? RoleOf(IReadOnlyList<PlannedTask> tasks, Intent intent) => tasks.Single(t => t.Intent == intent).Role;

    /// <summary>A book in which every key says itself and its arguments.</summary>
    private sealed class EchoBook : Dictionary<string, string>, IReadOnlyDictionary<string, string>
    {
        string IReadOnlyDictionary<string, string>.this[string key] => key.Contains("resume") || key.EndsWith("position") ? $"[{key} {{0}}]" : $"[{key}]";
    }
}
