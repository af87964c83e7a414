using StackExchange.Redis;

namespace Fleet.Agents.Conversation;

/// <summary>Conversations that wait for a person, in order; who already waits keeps the place.</summary>
internal sealed class DeskQueue(IConnectionMultiplexer redis)
{
    private const string Key = "fleet:desk:queue";

    // An upset customer goes before calm ones who came up to this much earlier, not before everybody for ever.
    private static readonly TimeSpan Head = TimeSpan.FromMinutes(10);

    /// <summary>Adds the conversation and returns its place, counted from 1.</summary>
    public async Task<int> JoinAsync(string conversation, bool urgent, DateTimeOffset now)
    {
        var database = redis.GetDatabase();
        var at = urgent ? now - Head : now;
        await database.SortedSetAddAsync(Key, conversation, at.ToUnixTimeMilliseconds(), urgent ? SortedSetWhen.LessThan : SortedSetWhen.NotExists);
        var rank = await database.SortedSetRankAsync(Key, conversation);
        return (int)(rank ?? 0) + 1;
    }
}
