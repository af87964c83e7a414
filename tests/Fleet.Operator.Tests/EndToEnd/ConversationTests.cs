using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Operator.Tests.EndToEnd;

/// <summary>The conversations that the first release promises, held with the running fleet.</summary>
public sealed class ConversationTests(RunningFleet fleet) : IClassFixture<RunningFleet>
{
    [Fact]
    public async Task Where_is_my_parcel_is_answered_and_then_the_other_parcel_on_request()
    {
        var first = await fleet.SayAsync("demo-1", "我的快递到哪了");
        var second = await fleet.SayAsync("demo-1", "不是这个，另一件");

        Assert.Contains(first.Intents, one => one is { Name: Intent.TrackShipment, Outcome: Outcome.Resolved });
        Assert.NotEqual(first.Text, second.Text);
        Assert.Equal(first.Session, second.Session);
        Assert.DoesNotContain(second.Intents, one => one.Outcome == Outcome.Failed);
    }

    [Fact]
    public async Task When_it_comes_and_how_to_exchange_it_are_both_answered_and_the_exchange_is_carried_on()
    {
        var first = await fleet.SayAsync("demo-2", "我昨天买的衣服什么时候能到？颜色不合适怎么换？");
        var second = await fleet.SayAsync("demo-2", "那就换成蓝色吧");
        var third = await fleet.SayAsync("demo-2", "好的，就这样");

        Assert.Contains(first.Intents, one => IntentDomains.Of(one.Name) == IntentDomain.Orders && one.Outcome == Outcome.Resolved);
        Assert.Contains(first.Intents, one => one.Name == Intent.ExchangeItem && one.Outcome != Outcome.Failed);
        Assert.Contains(second.Intents, one => one.Name == Intent.ExchangeItem && one.Outcome != Outcome.Failed);
        Assert.NotEqual(first.Text, second.Text);
        Assert.DoesNotContain(third.Intents, one => one.Outcome == Outcome.Failed);
    }

    [Fact]
    public async Task A_coupon_that_does_not_apply_and_a_refund_are_answered_in_one_reply()
    {
        var reply = await fleet.SayAsync("demo-3", "券为什么用不了，另外上次那件退款到账了吗");

        Assert.Contains(reply.Intents, one => one is { Name: Intent.CouponQuery, Outcome: Outcome.Resolved });
        Assert.Contains(reply.Intents, one => one is { Name: Intent.RefundStatus, Outcome: Outcome.Resolved });
        Assert.Contains("329", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_English_is_answered_in_English_in_both_its_parts()
    {
        var reply = await fleet.SayAsync("demo-4", "where is my parcel and can I still change the address?");

        Assert.Contains(reply.Intents, one => one.Name == Intent.TrackShipment);
        Assert.Contains(reply.Intents, one => one.Name == Intent.ChangeAddress);
        Assert.DoesNotContain(reply.Text, letter => letter is >= '\u4e00' and <= '\u9fff' && "的了吗您".Contains(letter, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asks_for_a_person_is_handed_over()
    {
        var reply = await fleet.SayAsync("demo-5", "转人工");

        Assert.True(reply.Handover.Asked);
    }

    [Fact]
    public async Task The_same_message_delivered_twice_gets_the_same_reply()
    {
        var first = await fleet.SayAsync("demo-1", "我的快递到哪了", "twice", "one-id");
        var second = await fleet.SayAsync("demo-1", "我的快递到哪了", "twice", "one-id");

        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task Killed_agents_come_back_and_no_turn_of_a_running_conversation_is_lost()
    {
        foreach (var role in new[] { "Router", "Orders", "Router" })
        {
            await fleet.UntilAsync(async () => (await fleet.ProcessesAsync()).Count(one => one.Ready) >= 5, "all are ready");
            var victim = (await fleet.ProcessesAsync()).First(one => one.Role == role);
            RunningFleet.Kill(victim.Process);
            for (var i = 0; i < 5; i++)
                Assert.NotEmpty((await fleet.SayAsync("demo-1", "我的快递到哪了", "killed")).Text);
            await fleet.UntilAsync(
                async () => (await fleet.ProcessesAsync()).Any(one => one.Name == victim.Name && one.Ready && one.Process != victim.Process), $"{victim.Name} is back");
        }
    }

    [Fact]
    public async Task The_front_door_shows_the_chat_page_the_pools_with_their_reasons_and_all_metrics()
    {
        await fleet.SayAsync("demo-1", "你好", "metrics");

        Assert.Contains("<html", await fleet.GetAsync("/"), StringComparison.OrdinalIgnoreCase);
        var pools = await fleet.GetAsync("/fleet");
        Assert.Contains("\"reason\"", pools, StringComparison.Ordinal);
        var metrics = await fleet.GetAsync("/metrics");
        Assert.Contains("fleet_load{pool=\"router\"", metrics, StringComparison.Ordinal);
        Assert.Contains("fleet_load{pool=\"orders\"", metrics, StringComparison.Ordinal);
        await fleet.UntilAsync(
            async () => (await fleet.GetAsync("/metrics")).Contains("fleet_pool_ready_replicas{pool=\"router\"} 2", StringComparison.Ordinal), "the router's gauge shows two");
    }
}
