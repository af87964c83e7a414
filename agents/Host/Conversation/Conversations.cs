using Fleet.Agents.Observability;
using Fleet.Agents.Roles;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Turns;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Conversation;

/// <summary>The door to turns that every way in uses: bounded, counted.</summary>
internal sealed class Conversations(TurnService turns, TurnGate gate, OpenConversations open, IOptions<AgentOptions> options)
{
    /// <exception cref="TurnBusyException">Too much waits here already.</exception>
    public async Task<Reply> AnswerAsync(Message message, Action<TaskEnd>? onEnd, CancellationToken cancellationToken)
    {
        open.Touch(SessionKey.Of(options.Value.Tenant, message));
        // A client that hangs up does not stop a turn that may write: it is finished and its reply kept for the next delivery.
        return await gate.RunAsync(() => turns.AnswerAsync(message, onEnd, CancellationToken.None), cancellationToken)
            ?? throw new TurnBusyException("too many turns are waiting");
    }
}
