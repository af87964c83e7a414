using System.Security.Cryptography;
using Fleet.Agents.Roles;
using Fleet.Contracts.Turns;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Fleet.Agents.Conversation;

/// <summary>
/// Gives one pod at a time a conversation. Who waits looks again soon: turns of one conversation end within a second, and a dead holder's
/// lease ends by itself. Without Redis the pod goes on with what it remembers itself, because silence is worse than a forgotten sentence.
/// </summary>
internal sealed partial class ConversationLease(
    SessionStore store, PodMemory memory, IOptions<AgentOptions> options, TimeProvider time, ILogger<ConversationLease> log)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(12);

    /// <exception cref="TurnBusyException">Still held by another after two lifetimes of a lease.</exception>
    public async Task<HeldConversation> TakeAsync(string key, Message message, CancellationToken cancellationToken)
    {
        var token = Token();
        var until = time.GetUtcNow() + options.Value.Sessions.Lease * 2;
        while (true)
        {
            TurnStart start;
            try
            {
                start = await store.BeginAsync(key, message.Channel, message.Id, token).WaitAsync(options.Value.Redis.Timeout, time, cancellationToken);
            }
            catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
            {
                WithoutRedis(log, e.GetType().Name);
                return new(key, message, token, 0, memory.Find(key), memory.Stored(key, message.Id), null, memory);
            }
            catch (CryptographicException e)
            {
                Unreadable(log, e.Message);
                await store.ReleaseAsync(key, token);
                throw;
            }
            if (start.Owned || start.Stored is not null)
            {
                if (start is { Owned: true, Stored: not null })
                    await store.ReleaseAsync(key, token);
                return new(key, message, token, start.Version, start.Session, start.Stored, start.Owned && start.Stored is null ? store : null, memory);
            }
            if (time.GetUtcNow() > until)
                throw new TurnBusyException("another message of this conversation is still being answered");
            await Task.Delay(LookAgain, time, cancellationToken);
        }
    }

    private static string Token() => Convert.ToHexString(RandomNumberGenerator.GetBytes(12));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis did not answer ({Problem}): this turn goes on with the pod's own memory")]
    private static partial void WithoutRedis(ILogger log, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "a session cannot be read: {Problem}")]
    private static partial void Unreadable(ILogger log, string problem);
}
