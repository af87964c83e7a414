using Fleet.Contracts.Language;
using Fleet.Language.Entities;

namespace Fleet.Language.Tests;

public sealed class EntityTests
{
    // A Tuesday.
    private static readonly DateTimeOffset Noon = new(2026, 11, 10, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("SF1234567890123到哪了", EntityType.TrackingNumber, "SF1234567890123:shunfeng")]
    [InlineData("单号YT8812345678901", EntityType.TrackingNumber, "YT8812345678901:yuantong")]
    [InlineData("订单号 2611101234567890", EntityType.OrderNumber, "2611101234567890")]
    [InlineData("我电话是138-0013-8000", EntityType.Phone, "13800138000")]
    [InlineData("退我35.5元", EntityType.Money, "35.5")]
    [InlineData("买了两件", EntityType.Quantity, "2")]
    [InlineData("换成蓝色吧", EntityType.Color, "蓝色")]
    [InlineData("in blue please", EntityType.Color, "蓝色")]
    [InlineData("要XL的", EntityType.Size, "XL")]
    [InlineData("42码有吗", EntityType.Size, "42")]
    [InlineData("那双鞋呢", EntityType.Product, "鞋")]
    [InlineData("昨天买的", EntityType.Date, "2026-11-09")]
    [InlineData("上周三下单的", EntityType.Date, "2026-11-04")]
    [InlineData("三天前的", EntityType.Date, "2026-11-07")]
    [InlineData("双十一买的", EntityType.Date, "2026-11-11")]
    [InlineData("11月5日那单", EntityType.Date, "2026-11-05")]
    [InlineData("by Friday please", EntityType.Date, "2026-11-13")]
    [InlineData("月底前能到吗", EntityType.Date, "2026-11-10/2026-11-30")]
    [InlineData("另一件", EntityType.Reference, "other")]
    [InlineData("尾号 8000", EntityType.Code, "8000")]
    public void A_span_is_read_with_its_normal_form(string text, EntityType type, string value) =>
        Assert.Contains(EntityReader.Read(text, Noon), e => e.Type == type && e.Value == value);

    [Fact]
    public void Spans_do_not_overlap_and_lie_inside_the_text()
    {
        const string Text = "昨天用SF1234567890123寄的蓝色衣服两件共399元,电话13800138000,尾号8000";

        var entities = EntityReader.Read(Text, Noon);

        Assert.All(entities, e => Assert.InRange(e.Start + e.Length, 1, Text.Length));
        Assert.All(entities.Zip(entities.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
    }
}
