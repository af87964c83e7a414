using System.Text.Json;
using Fleet.Agents.Roles;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Fleet.Agents.Conversation;

/// <summary>
/// Sessions in Redis. Layout, all keys expire:
/// <list type="bullet">
/// <item><c>fleet:session:{tenant}:{channel}:{account}:{sender}</c> hash: <c>value</c> (sealed JSON), <c>version</c> (grows by one a turn)</item>
/// <item><c>fleet:turn:{tenant}:…</c> string: fencing token of the pod that works on the conversation</item>
/// <item><c>fleet:seen:{channel}:{tenant}:…:{id}</c> string: sealed reply of the message</item>
/// <item><c>fleet:desk:queue</c> sorted set: conversations that wait for a person</item>
/// </list>
/// Every write is one transaction that holds only while the version and the lease are what the turn began with.
/// </summary>
internal sealed class SessionStore(IConnectionMultiplexer redis, SessionCipher cipher, IOptions<AgentOptions> options)
{
    private readonly SessionSettings _sessions = options.Value.Sessions;

    private IDatabase Database => redis.GetDatabase();

    /// <summary>Takes the conversation's lease if nobody holds it, and reads its session and the stored reply of the message in one round trip.</summary>
    public async Task<TurnStart> BeginAsync(string key, string channel, string? messageId, string token)
    {
        var database = Database;
        var lease = database.StringSetAsync(LeaseKey(key), token, _sessions.Lease, When.NotExists);
        var session = database.HashGetAsync(Name(key), ["value", "version"]);
        var seen = messageId is null ? Task.FromResult(RedisValue.Null) : database.StringGetAsync(SeenKey(key, channel, messageId));
        await Task.WhenAll(lease, session, seen);
        var reply = Read<Reply>(SeenKey(key, channel, messageId), seen.Result);
        if (!lease.Result)
            return new(false, reply, null, 0);
        return new(true, reply, Read<Session>(Name(key), session.Result[0]), (long?)session.Result[1] ?? 0);
    }

    /// <summary>Saves session and reply and gives the lease back, if the turn still owns the conversation; false: another pod took it over.</summary>
    public Task<bool> SaveAsync(string key, string channel, string? messageId, string token, long version, Session session, Reply reply)
    {
        var transaction = Database.CreateTransaction();
        transaction.AddCondition(Condition.StringEqual(LeaseKey(key), token));
        transaction.AddCondition(version == 0
            ? Condition.HashNotExists(Name(key), "version")
            : Condition.HashEqual(Name(key), "version", version));
        _ = transaction.HashSetAsync(Name(key), [new("value", Sealed(Name(key), session)), new("version", version + 1)]);
        _ = transaction.KeyExpireAsync(Name(key), _sessions.IdleTimeout);
        if (messageId is not null)
        {
            var seen = SeenKey(key, channel, messageId);
            _ = transaction.StringSetAsync(seen, Sealed(seen, reply), _sessions.SeenFor);
        }
        _ = transaction.KeyDeleteAsync(LeaseKey(key));
        return transaction.ExecuteAsync();
    }

    /// <summary>Gives the lease back without writing, if it is still ours.</summary>
    public Task<bool> ReleaseAsync(string key, string token) => Database.LockReleaseAsync(LeaseKey(key), token);

    private static string Name(string key) => $"fleet:session:{key}";

    private static string LeaseKey(string key) => $"fleet:turn:{key}";

    private static string SeenKey(string key, string channel, string? id) => $"fleet:seen:{channel}:{key}:{id}";

    private byte[] Sealed<T>(string key, T value) => cipher.Seal(key, JsonSerializer.SerializeToUtf8Bytes(value, Wire.Json));

    private T? Read<T>(string key, RedisValue value)
        where T : class =>
        value.IsNull ? null : JsonSerializer.Deserialize<T>(cipher.Open(key, (byte[])value!), Wire.Json);
}

/// <summary>What a turn begins with.</summary>
/// <param name="Owned">This pod holds the lease.</param>
/// <param name="Stored">The reply this very message already got.</param>
/// <param name="Session">Null for a new conversation.</param>
/// <param name="Version">0 for a new conversation.</param>
internal sealed record TurnStart(bool Owned, Reply? Stored, Session? Session, long Version);
