using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Care;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Turns;

namespace Fleet.Dialogue.Tests;

public sealed class ReplyComposerTests
{
    [Fact]
    public void Every_part_is_said_once_in_the_order_asked()
    {
        var said = Talk.Said("到哪了,怎么换", Intent.TrackShipment, Intent.ExchangeItem);
        var tasks = TurnPlanner.Plan(Talk.Fresh, said);

        Assert.Equal("在路上。\n可以换。", Compose(Talk.Fresh, said, [Talk.End(tasks[0], text: "在路上。"), Talk.End(tasks[1], text: "可以换。")]));
    }

    [Fact]
    public void An_angry_customer_hears_an_apology_first_and_the_promise_of_a_person_last()
    {
        var said = Talk.Said("什么破快递", Intent.UrgeDelivery) with { Emotion = new(EmotionLabel.Angry, .9) };
        var ends = Talk.Ends(Talk.Fresh, said);

        Assert.Equal("[tone.angry]\n好。\n[handover.offered][handover.position 3]", Compose(Talk.Fresh, said, ends, 3));
    }

    [Fact]
    public void After_another_topic_the_open_question_comes_back()
    {
        var asking = Talk.Asking(Talk.Asked(Intent.ExchangeItem, "color"), "要换成什么颜色?");
        var said = Talk.Said("我有券吗", Intent.CouponQuery);

        Assert.Equal("好。\n[resume 要换成什么颜色?]", Compose(asking, said, Talk.Ends(asking, said)));
    }

    [Fact]
    public void A_part_whose_specialist_was_silent_is_named_and_handed_to_a_person()
    {
        var said = Talk.Said("到哪了,怎么换", Intent.TrackShipment, Intent.ExchangeItem);
        var tasks = TurnPlanner.Plan(Talk.Fresh, said);
        TaskEnd[] ends = [Talk.End(tasks[0], text: "在路上。"), new(tasks[1], RouterAnswers.Missing(tasks[1], "zh", Talk.Echo))];

        Assert.Equal("在路上。\n[missing.AfterSales]\n[handover.unavailable][handover.position 1]", Compose(Talk.Fresh, said, ends, 1));
        Assert.Equal(Outcome.Failed, ends[1].Outcome.Outcome);
    }

    private static string Compose(Session before, Understanding said, IReadOnlyList<TaskEnd> ends, int? position = null)
    {
        var handover = HandoverDecision.Of(before, said, ends);
        return ReplyComposer.Compose(before, SessionUpdate.Apply(before, said, ends, handover), said, ends, handover, position, Talk.Echo);
    }
}
