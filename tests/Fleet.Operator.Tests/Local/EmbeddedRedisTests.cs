using Fleet.Operator.Local;
using StackExchange.Redis;

namespace Fleet.Operator.Tests.Local;

public sealed class EmbeddedRedisTests
{
    [Fact]
    public async Task It_keeps_values_expires_them_and_runs_scripts()
    {
        using var redis = EmbeddedRedis.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Port}");
        var database = connection.GetDatabase();

        await database.StringSetAsync("key", "one", TimeSpan.FromMinutes(5));
        var swapped = await database.ScriptEvaluateAsync(
            "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2]) return 1 else return 0 end", ["key"], ["one", "two"]);

        Assert.Equal(1, (int)swapped);
        Assert.Equal("two", (string?)await database.StringGetAsync("key"));
    }
}
