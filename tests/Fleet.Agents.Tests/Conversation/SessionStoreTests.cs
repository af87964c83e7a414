using Fleet.Agents.Conversation;
using Fleet.Agents.Roles;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Tests.Conversation;

public sealed class SessionStoreTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 10, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly Reply Answer = new("好", [], Emotion.Calm, "k", new(false), 1);

    private readonly string _key = $"default:web:-:{Guid.NewGuid():N}";

    [Fact]
    public async Task A_saved_session_comes_back_with_a_higher_version()
    {
        var store = Store();
        Assert.True((await store.BeginAsync(_key, "web", "m1", "a")).Owned);
        Assert.True(await store.SaveAsync(_key, "web", "m1", "a", 0, Session.New(_key, Noon) with { Turns = 1 }, Answer));

        var next = await store.BeginAsync(_key, "web", "m2", "b");

        Assert.Equal((true, 1L, 1), (next.Owned, next.Version, next.Session!.Turns));
    }

    [Fact]
    public async Task Only_one_of_two_gets_the_conversation()
    {
        var store = Store();
        var starts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => store.BeginAsync(_key, "web", null, $"pod-{i}")));

        Assert.Single(starts, s => s.Owned);
    }

    [Fact]
    public async Task A_pod_that_lost_its_lease_writes_nothing()
    {
        var store = Store(lease: TimeSpan.FromMilliseconds(1100));
        await store.BeginAsync(_key, "web", "m1", "slow");
        await WaitAsync(async () => (await store.BeginAsync(_key, "web", "m1", "fast")).Owned);
        Assert.True(await store.SaveAsync(_key, "web", "m1", "fast", 0, Session.New(_key, Noon) with { Turns = 1 }, Answer));

        Assert.False(await store.SaveAsync(_key, "web", "m1", "slow", 0, Session.New(_key, Noon) with { Turns = 9 }, Answer));
        Assert.Equal(1, (await store.BeginAsync(_key, "web", "m2", "next")).Session!.Turns);
    }

    [Fact]
    public async Task A_message_that_comes_again_gets_the_stored_reply()
    {
        var store = Store();
        await store.BeginAsync(_key, "web", "m1", "a");
        await store.SaveAsync(_key, "web", "m1", "a", 0, Session.New(_key, Noon), Answer with { Text = "第一次的回答" });

        Assert.Equal("第一次的回答", (await store.BeginAsync(_key, "web", "m1", "b")).Stored!.Text);
    }

    [Fact]
    public async Task What_lies_in_Redis_cannot_be_read_there_and_opens_with_the_old_key_after_a_rotation()
    {
        var old = $"k1:{Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray())}";
        var rotated = $"k2:{Convert.ToBase64String(Enumerable.Repeat((byte)2, 32).ToArray())},{old}";
        var store = Store(old);
        await store.BeginAsync(_key, "web", "m1", "a");
        await store.SaveAsync(_key, "web", "m1", "a", 0, SessionWith("我的手机号 13800138000"), Answer);

        byte[] raw = (await redis.Connection.GetDatabase().HashGetAsync($"fleet:session:{_key}", "value"))!;
        Assert.DoesNotContain("13800138000", System.Text.Encoding.UTF8.GetString(raw));
        Assert.Equal("我的手机号 13800138000", (await Store(rotated).BeginAsync(_key, "web", "m2", "b")).Session!.Recent[0].Said);
    }

    [Fact]
    public async Task A_session_expires_when_nobody_writes()
    {
        var store = Store();
        await store.BeginAsync(_key, "web", null, "a");
        await store.SaveAsync(_key, "web", null, "a", 0, Session.New(_key, Noon), Answer);

        var left = await redis.Connection.GetDatabase().KeyTimeToLiveAsync($"fleet:session:{_key}");

        Assert.InRange(left!.Value, TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(30));
    }

    private Session SessionWith(string said) => Session.New(_key, Noon) with { Recent = [new(Noon, said, "好", [], EmotionLabel.Calm)] };

    private SessionStore Store(string keys = "", TimeSpan? lease = null) => new(redis.Connection, new(KeyRing.Parse(keys)),
        Options.Create(new AgentOptions { Sessions = new() { Keys = keys, Lease = lease ?? TimeSpan.FromSeconds(3) } }));

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await until())
                return;
            await Task.Delay(50);
        }
        Assert.Fail("waited for 10 s in vain");
    }
}
