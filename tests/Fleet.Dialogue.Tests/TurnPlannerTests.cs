using Fleet.Contracts.Agents;
using Fleet.Contracts.Language;
using Fleet.Dialogue.Turns;

namespace Fleet.Dialogue.Tests;

public sealed class TurnPlannerTests
{
    [Fact]
    public void Two_requests_become_two_tasks_for_two_specialists_in_the_order_asked()
    {
        var tasks = TurnPlanner.Plan(Talk.Fresh, Talk.Said("昨天买的什么时候到?颜色不合适怎么换?", Intent.TrackShipment, Intent.ExchangeItem));

        Assert.Equal([AgentRole.Orders, AgentRole.AfterSales], tasks.Select(t => t.Role!.Value));
        Assert.Equal(["1.1", "1.2"], tasks.Select(t => t.TaskId));
    }

    [Theory]
    [InlineData(Intent.Affirm)]
    [InlineData(Intent.Deny)]
    [InlineData(Intent.ProvideInfo)]
    [InlineData(Intent.ExchangeItem)]
    public void An_answer_goes_to_the_task_that_asked(Intent said)
    {
        var question = Talk.Asked(Intent.ExchangeItem, "color");

        var task = Assert.Single(TurnPlanner.Plan(Talk.Asking(question), Talk.Said("那就换成蓝色吧", said)));

        Assert.Equal((Intent.ExchangeItem, AgentRole.AfterSales, question, said), (task.Intent, task.Role!.Value, task.Answering!, task.Answer!.Value));
    }

    [Fact]
    public void An_answer_beside_a_new_request_keeps_both()
    {
        var tasks = TurnPlanner.Plan(Talk.Asking(Talk.Asked(Intent.ExchangeItem, "confirm")), Talk.Said("好的,另外退款到账了吗", Intent.Affirm, Intent.RefundStatus));

        Assert.Equal(["answer", "new"], tasks.Select(t => t.Reason));
        Assert.Equal([Intent.ExchangeItem, Intent.RefundStatus], tasks.Select(t => t.Intent));
    }

    [Fact]
    public void A_thank_you_never_counts_as_a_yes_to_something_that_would_be_written()
    {
        var task = Assert.Single(TurnPlanner.Plan(Talk.Asking(Talk.Asked(Intent.ExchangeItem, "confirm")), Talk.Said("谢谢", Intent.ThanksOrBye)));

        Assert.Null(task.Answering);
    }

    [Fact]
    public void A_correction_without_an_open_question_asks_the_last_intent_again()
    {
        var session = Talk.Fresh with { Turns = 1, LastIntent = Intent.TrackShipment };
        var said = Talk.Said("不是这个,另一件", Intent.Deny) with { Entities = [new(EntityType.Reference, "other", 5, 3)] };

        var task = Assert.Single(TurnPlanner.Plan(session, said));

        Assert.Equal((Intent.TrackShipment, Intent.Deny, "correction"), (task.Intent, task.Answer!.Value, task.Reason));
    }

    [Fact]
    public void A_new_topic_is_not_taken_for_the_answer()
    {
        var tasks = TurnPlanner.Plan(Talk.Asking(Talk.Asked(Intent.ExchangeItem, "color")), Talk.Said("我的券呢", Intent.CouponQuery));

        Assert.Null(Assert.Single(tasks).Answering);
    }

    [Fact]
    public void A_greeting_beside_a_request_is_no_task_but_alone_it_is()
    {
        Assert.Equal(Intent.TrackShipment, Assert.Single(TurnPlanner.Plan(Talk.Fresh, Talk.Said("你好 快递到哪了", Intent.Greeting, Intent.TrackShipment))).Intent);
        Assert.Equal(Intent.Greeting, Assert.Single(TurnPlanner.Plan(Talk.Fresh, Talk.Said("你好", Intent.Greeting))).Intent);
    }

    [Fact]
    public void The_reason_of_a_return_is_an_answer_and_no_second_case()
    {
        var task = Assert.Single(TurnPlanner.Plan(Talk.Asking(Talk.Asked(Intent.ReturnItem, "reason")), Talk.Said("质量问题", Intent.ProductDefect)));

        Assert.Equal((Intent.ReturnItem, Intent.ProvideInfo), (task.Intent, task.Answer!.Value));
    }

    [Fact]
    public void Planning_the_same_turn_again_gives_the_same_task_ids()
    {
        var said = Talk.Said("退货,另外查下券", Intent.ReturnItem, Intent.CouponQuery);

        Assert.Equal(TurnPlanner.Plan(Talk.Fresh, said), TurnPlanner.Plan(Talk.Fresh, said));
    }
}
