using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using Microsoft.Extensions.Caching.Memory;

namespace Fleet.Agents.Conversation;

/// <summary>The last state of conversations this pod saw: used only while Redis does not answer.</summary>
internal sealed class PodMemory : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public Session? Find(string key) => _cache.Get<Session>(("session", key));

    public Reply? Stored(string key, string? id) => id is null ? null : _cache.Get<Reply>(("reply", key, id));

    public void Keep(string key, string? id, Session session, Reply reply)
    {
        _cache.Set(("session", key), session, Entry());
        if (id is not null)
            _cache.Set(("reply", key, id), reply, Entry());
    }

    public void Dispose() => _cache.Dispose();

    private static MemoryCacheEntryOptions Entry() => new() { Size = 1, SlidingExpiration = Kept };
}
