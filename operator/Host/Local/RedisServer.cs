using Fleet.Operator.Commands;
using StackExchange.Redis;

namespace Fleet.Operator.Local;

/// <summary>The Redis of this run: a given one that answers, or the embedded one.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly EmbeddedRedis? _embedded;

    private RedisServer(EmbeddedRedis? embedded, string configuration, string words) => (_embedded, Configuration, Words) = (embedded, configuration, words);

    /// <summary>As StackExchange.Redis takes it. An agent outlives a Redis that goes away: it connects again by itself.</summary>
    public string Configuration { get; }

    /// <summary>For the terminal.</summary>
    public string Words { get; }

    /// <exception cref="FailureException">The given one does not answer.</exception>
    public static async Task<RedisServer> OpenAsync(UpOptions options)
    {
        if (options.Redis is not { } given)
        {
            var embedded = EmbeddedRedis.Start();
            return new(embedded, $"127.0.0.1:{embedded.Port},abortConnect=false", $"embedded (Garnet) on 127.0.0.1:{embedded.Port}");
        }
        var address = $"{given.Host}:{given.Port}";
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync($"{address},connectTimeout=3000,connectRetry=1");
            await connection.GetDatabase().PingAsync();
        }
        catch (RedisException silent)
        {
            throw new FailureException($"no Redis answers at {address}. Start one there, or leave --redis out to use the embedded one. ({silent.Message.Split('.')[0]})", silent);
        }
        return new(null, $"{address},abortConnect=false", address);
    }

    public void Dispose() => _embedded?.Dispose();
}
