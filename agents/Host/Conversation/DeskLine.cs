using Fleet.Agents.Roles;
using Fleet.Dialogue.Care;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Fleet.Agents.Conversation;

/// <summary>Joins the queue for a person; a place that cannot be told is not made up.</summary>
internal sealed partial class DeskLine(DeskQueue queue, IOptions<AgentOptions> options, TimeProvider time, ILogger<DeskLine> log)
{
    public async Task<int?> JoinAsync(string conversation, HandoverDecision handover, DateTimeOffset now)
    {
        try
        {
            return await queue.JoinAsync(conversation, handover.Urgent, now).WaitAsync(options.Value.Redis.Timeout, time);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            NotQueued(log, handover.Reason, e.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "a conversation that needs a person ({Reason}) could not join the queue: {Problem}")]
    private static partial void NotQueued(ILogger log, string reason, string problem);
}
