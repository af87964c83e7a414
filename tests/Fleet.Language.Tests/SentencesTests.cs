using Fleet.Contracts.Language;

namespace Fleet.Language.Tests;

/// <summary>The sentences that the README promises, on the model that ships.</summary>
public sealed class SentencesTests
{
    private static readonly LocalUnderstanding Model = LocalUnderstanding.Load();
    private static readonly DateTimeOffset Noon = new(2026, 11, 10, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("我的快递到哪了", "TrackShipment")]
    [InlineData("券为什么用不了,另外上次那件退款到账了吗", "CouponQuery,RefundStatus")]
    [InlineData("where is my parcel and can I still change the address?", "TrackShipment,ChangeAddress")]
    [InlineData("转人工", "HumanAgent")]
    [InlineData("不是这个,另一件", "Deny")]
    [InlineData("not this one, the other one", "Deny")]
    public void A_promised_sentence_means_what_it_says(string text, string intents) =>
        Assert.Equal(intents, string.Join(',', Model.Understand(text, new(Noon)).Intents.Select(i => i.Name)));

    [Fact]
    public void Two_requests_in_one_breath_are_both_heard_with_their_clauses()
    {
        var heard = Model.Understand("我昨天买的衣服什么时候能到?颜色不合适怎么换?", new(Noon));

        Assert.Equal(2, heard.Intents.Count);
        Assert.Equal(Intent.ExchangeItem, heard.Intents[1].Name);
        Assert.Equal("颜色不合适怎么换", heard.Intents[1].Clause);
        Assert.Contains(heard.Entities, e => e is { Type: EntityType.Date, Value: "2026-11-09" });
        Assert.Contains(heard.Entities, e => e is { Type: EntityType.Product, Value: "衣服" });
    }

    [Fact]
    public void A_yes_to_a_question_is_a_yes() =>
        Assert.Equal(Intent.Affirm, Model.Understand("好的,就这样", new(Noon, OpenQuestion: Intent.ExchangeItem)).Intents[0].Name);

    [Fact]
    public void Anger_is_heard() =>
        Assert.Equal(EmotionLabel.Angry, Model.Understand("什么破快递!!五天了还不动,骗子!", new(Noon)).Emotion.Label);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_said_is_out_of_scope_and_no_error(string text) =>
        Assert.Equal(Intent.OutOfScope, Model.Understand(text, new(Noon)).Intents[0].Name);

    [Fact]
    public void A_very_long_message_is_read_in_part() =>
        Assert.NotEmpty(Model.Understand(new string('快', 1_000_000), new(Noon)).Intents);
}
