using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Care;
using Fleet.Dialogue.Turns;

namespace Fleet.Dialogue.Tests;

public sealed class SessionUpdateTests
{
    [Fact]
    public void Of_two_questions_in_one_reply_the_first_is_answered_first()
    {
        var tasks = TurnPlanner.Plan(Talk.Fresh, Talk.Said("退货,另外改地址", Intent.ReturnItem, Intent.ChangeAddress));
        var ends = tasks.Select(t => Talk.End(t, Outcome.NeedsInfo, "要哪件?", Talk.Asked(t.Intent, "item", t.TaskId))).ToList();

        var next = Talk.After(Talk.Fresh, Talk.Said("退货,另外改地址", Intent.ReturnItem, Intent.ChangeAddress), ends);

        Assert.Equal(Intent.ReturnItem, next.Open!.Intent);
        Assert.Equal(2, next.Questions.Count);
    }

    [Fact]
    public void An_answered_question_is_closed_and_a_changed_topic_leaves_it_open()
    {
        var asking = Talk.Asking(Talk.Asked(Intent.ExchangeItem, "color"));
        var answer = Talk.Said("蓝色", Intent.ProvideInfo);
        var other = Talk.Said("券呢", Intent.CouponQuery);

        Assert.Null(Talk.After(asking, answer, Talk.Ends(asking, answer)).Open);
        Assert.Equal("color", Talk.After(asking, other, Talk.Ends(asking, other)).Open!.Slot);
    }

    [Fact]
    public void Only_focus_and_candidates_stay()
    {
        var said = Talk.Said("快递", Intent.TrackShipment);
        var task = TurnPlanner.Plan(Talk.Fresh, said)[0];

        var next = Talk.After(Talk.Fresh, said, [Talk.End(task, facts: [new("focus.order", "A1"), new("candidates", "A1,A2"), new("parcel.eta", "x")])]);

        Assert.Equal(["candidates", "focus.order"], next.Facts.Select(f => f.Name));
    }

    [Fact]
    public void The_transcript_keeps_the_last_turns_only()
    {
        var session = Talk.Fresh;
        for (var turn = 0; turn < 30; turn++)
            session = SessionUpdate.Remember(session, Talk.Said($"第{turn}句", Intent.Greeting), "好", Talk.Noon);

        Assert.Equal(12, session.Recent.Count);
        Assert.Equal("第29句", session.Recent[^1].Said);
    }

    [Fact]
    public void Three_unhappy_messages_in_a_row_bring_a_person_and_a_calm_one_forgives()
    {
        var unhappy = Talk.Said("怎么还没到", Intent.UrgeDelivery) with { Emotion = new(EmotionLabel.Dissatisfied, .5) };
        var session = Talk.Fresh;
        for (var turn = 0; turn < 2; turn++)
            session = Talk.After(session, unhappy, Talk.Ends(session, unhappy));

        Assert.Equal("emotion.repeated", HandoverDecision.Of(session, unhappy, Talk.Ends(session, unhappy))!.Reason);
        var calm = Talk.After(session, Talk.Said("好", Intent.Affirm), Talk.Ends(session, Talk.Said("好", Intent.Affirm)));
        Assert.Null(HandoverDecision.Of(calm, unhappy, Talk.Ends(calm, unhappy)));
    }

    [Fact]
    public void What_the_customer_asked_for_is_the_reason_even_when_angry()
    {
        var said = Talk.Said("转人工!!", Intent.HumanAgent) with { Emotion = new(EmotionLabel.Angry, .9) };

        Assert.Equal(new HandoverDecision("customer.asked", true), HandoverDecision.Of(Talk.Fresh, said, Talk.Ends(Talk.Fresh, said)));
    }
}
