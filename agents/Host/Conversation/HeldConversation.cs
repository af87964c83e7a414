using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using StackExchange.Redis;

namespace Fleet.Agents.Conversation;

/// <summary>A conversation that this pod works on until it completes or gives up the turn.</summary>
internal sealed class HeldConversation(
    string key, Message message, string token, long version, Session? session, Reply? stored, SessionStore? store, PodMemory memory) : IAsyncDisposable
{
    private bool _done = store is null;

    /// <summary>The session; null for a new conversation.</summary>
    public Session? Session => session;

    /// <summary>The reply this message already has.</summary>
    public Reply? Stored => stored;

    /// <summary>
    /// Saves the turn and returns its reply. When another pod took the conversation over in the meantime, its stored reply to this very message
    /// counts; without one ours does, unsaved.
    /// </summary>
    public async Task<Reply> CompleteAsync(Session next, Reply reply)
    {
        memory.Keep(key, message.Id, next, reply);
        if (store is null)
            return reply;
        try
        {
            if (await store.SaveAsync(key, message.Channel, message.Id, token, version, next, reply))
            {
                _done = true;
                return reply;
            }
            var other = await store.BeginAsync(key, message.Channel, message.Id, token);
            return other.Stored ?? reply;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            _done = true;
            return reply;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_done || store is null)
            return;
        try
        {
            await store.ReleaseAsync(key, token);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // The lease ends by itself.
        }
    }
}
