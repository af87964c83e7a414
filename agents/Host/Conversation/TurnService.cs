using System.Diagnostics;
using Fleet.Agents.Observability;
using Fleet.Agents.Roles;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Care;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Turns;
using Fleet.Dialogue.Wording;
using Fleet.Language;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Conversation;

/// <summary>One turn from message to reply: lease, session, understanding, specialists, one answer, save-if-unchanged.</summary>
internal sealed class TurnService(
    ConversationLease lease, Identity identity, IUnderstanding understanding, Dispatch dispatch, DeskLine desk,
    Phrasebook phrases, IOptions<AgentOptions> options, TimeProvider time)
{
    private readonly AgentOptions _options = options.Value;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The reply to <paramref name="message"/>; the stored one when this message was answered before.</summary>
    /// <param name="onEnd">Called as each part is known, for those who show parts early.</param>
    /// <exception cref="TurnBusyException">The conversation is being worked on for longer than a lease lives.</exception>
    public async Task<Reply> AnswerAsync(Message message, Action<TaskEnd>? onEnd, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var key = SessionKey.Of(_options.Tenant, message);
        var writer = identity.OfAsync(message, cancellationToken);
        await using var held = await lease.TakeAsync(key, message, cancellationToken);
        if (held.Stored is { } stored)
            return stored;

        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone);
        var before = held.Session ?? Session.New(key, now);
        var understood = understanding.Understand(message.Text, new(now, before.LastIntent, before.Open?.Intent, before.Language));
        var tasks = TurnPlanner.Plan(before, understood);
        // The same message worked on again by another pod must carry the same idempotency keys.
        var turnId = $"{key}/{message.Id ?? Guid.NewGuid().ToString("N")}";
        var ends = await dispatch.RunAsync(
            before, turnId, await writer, understood, tasks, now, now + _options.TurnBudget * 0.9, onEnd, cancellationToken);

        var handover = HandoverDecision.Of(before, understood, ends);
        var position = handover is null ? null : await desk.JoinAsync(key, handover, now);
        var next = SessionUpdate.Apply(before, understood, ends, handover);
        var text = ReplyComposer.Compose(before, next, understood, ends, handover, position, phrases);
        next = SessionUpdate.Remember(next, understood, text, now);
        var reply = new Reply(text, Ledger(understood, ends), understood.Emotion, key,
            new(handover is not null, handover?.Reason, position), Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        var kept = await held.CompleteAsync(next, reply);
        Count(message, kept, handover);
        return kept;
    }

    /// <summary>Every intent that was heard with its outcome: courtesies that needed no task count as resolved.</summary>
    private static List<IntentOutcome> Ledger(Understanding understood, IReadOnlyList<TaskEnd> ends) =>
    [
        .. understood.Intents.Select(heard =>
        {
            // What answers a question or corrects the last answer counts for the intent it serves.
            var end = ends.FirstOrDefault(e => e.Task.Heard.Name == heard.Name) ?? ends.FirstOrDefault(e => e.Task.Answering is not null);
            return new IntentOutcome(end?.Task.Intent ?? heard.Name, Math.Round(heard.Confidence, 3), end?.Outcome.Outcome ?? Outcome.Resolved);
        }).DistinctBy(i => i.Name),
    ];

    private static void Count(Message message, Reply reply, HandoverDecision? handover)
    {
        var outcome = reply.Intents.Any(i => i.Outcome == Outcome.Failed) ? "partial" : handover is null ? "answered" : "handover";
        AgentMetrics.Turns.WithLabels("Router", outcome).Inc();
        AgentMetrics.TurnDuration.WithLabels("Router", message.Channel, outcome).Observe(reply.ElapsedMs / 1000);
        foreach (var intent in reply.Intents)
            AgentMetrics.Intents.WithLabels(intent.Name.ToString(), intent.Outcome.ToString()).Inc();
        if (handover is not null)
            AgentMetrics.Handovers.WithLabels(handover.Reason).Inc();
    }
}
