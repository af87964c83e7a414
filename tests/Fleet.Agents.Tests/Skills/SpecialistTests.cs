using Fleet.Agents.Shop;
using Fleet.Agents.Skills;
using Fleet.Contracts.Agents;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Fleet.Agents.Tests.Skills;

/// <summary>The specialists on the real sample shop, asked as the Router asks.</summary>
public sealed class SpecialistTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 10, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly string Folder = Directory.CreateTempSubdirectory("fleet-shop-").FullName;
    private static readonly LocalUnderstanding Model = LocalUnderstanding.Load();

    private readonly SampleShop _sample = new(Path.Combine(Folder, $"{Guid.NewGuid():N}.db"), new FakeTimeProvider(Noon));

    private IShop Shop => _sample;

    public static TheoryData<string> Intents => [.. Enum.GetNames<Intent>().Where(n => IntentDomains.Of(Enum.Parse<Intent>(n)) is IntentDomain.Orders or IntentDomain.AfterSales or IntentDomain.Promotions)];

    public void Dispose() => _sample.Dispose();

    [Theory]
    [MemberData(nameof(Intents))]
    public async Task Every_intent_has_an_answer_in_both_languages_for_every_prepared_customer(string name)
    {
        var intent = Enum.Parse<Intent>(name);
        foreach (var sender in new[] { "demo-1", "demo-2", "demo-3", "demo-4", "demo-5", "nobody" })
        {
            foreach (var language in new[] { "zh", "en" })
            {
                var outcome = await AskAsync(sender, intent, "?", language: language);
                Assert.True(outcome.Text.Length > 0 && !outcome.Text.Contains('{'), $"{intent} {sender} {language}: {outcome.Text}");
                Assert.Equal(intent, outcome.Intent);
            }
        }
    }

    [Fact]
    public async Task An_exchange_is_written_once_however_often_the_customer_says_yes()
    {
        var asked = await AskAsync("demo-2", Intent.ExchangeItem, "颜色不合适怎么换");
        var wished = await AskAsync("demo-2", Intent.ExchangeItem, "那就换成蓝色吧", asked.Question, Intent.ProvideInfo);
        Assert.Equal(Outcome.NeedsConfirmation, wished.Outcome);
        Assert.Empty(await Shop.CasesAsync("D0002"));

        var first = await AskAsync("demo-2", Intent.ExchangeItem, "好的,就这样", wished.Question, Intent.Affirm);
        var second = await AskAsync("demo-2", Intent.ExchangeItem, "好的,就这样", wished.Question, Intent.Affirm);

        Assert.Equal((Outcome.Resolved, first.Text), (second.Outcome, second.Text));
        var made = Assert.Single(await Shop.CasesAsync("D0002"));
        Assert.Equal((CaseKind.Exchange, "蓝色"), (made.Kind, made.Wish));
    }

    [Fact]
    public async Task A_no_writes_nothing()
    {
        var wished = await AskAsync("demo-2", Intent.ExchangeItem, "换成蓝色");

        var outcome = await AskAsync("demo-2", Intent.ExchangeItem, "算了", wished.Question, Intent.Deny);

        Assert.Equal("confirm.declined", outcome.Reason);
        Assert.Empty(await Shop.CasesAsync("D0002"));
    }

    [Fact]
    public async Task A_write_put_together_for_one_customer_is_never_carried_out_for_another()
    {
        var wished = await AskAsync("demo-2", Intent.ExchangeItem, "换成蓝色");

        var outcome = await AskAsync("demo-1", Intent.ExchangeItem, "好的", wished.Question, Intent.Affirm);

        Assert.Equal(Outcome.Failed, outcome.Outcome);
        Assert.Empty(await Shop.CasesAsync("D0002"));
    }

    [Fact]
    public async Task Another_customers_order_number_shows_nothing_of_that_order()
    {
        var theirs = (await Shop.OrdersAsync("D0002"))[0];

        var outcome = await AskAsync("demo-1", Intent.TrackShipment, $"订单号 {theirs.Number} 到哪了");

        Assert.DoesNotContain(theirs.Lines[0].Name, outcome.Text);
    }

    [Fact]
    public async Task The_other_parcel_is_told_after_a_correction()
    {
        var first = await AskAsync("demo-1", Intent.TrackShipment, "我的快递到哪了");

        var second = await AskAsync("demo-1", Intent.TrackShipment, "不是这个,另一件", answer: Intent.Deny, facts: first.Facts);

        Assert.NotEqual(first.Facts.First(f => f.Name == "focus.line"), second.Facts.First(f => f.Name == "focus.line"));
    }

    [Fact]
    public async Task A_writer_nobody_knows_sees_no_order() =>
        Assert.Equal("principal.unknown", (await AskAsync("nobody", Intent.TrackShipment, "我的快递到哪了")).Reason);

    [Fact]
    public async Task The_coupon_below_its_threshold_says_how_much_is_missing()
    {
        var outcome = await AskAsync("demo-3", Intent.CouponQuery, "券为什么用不了");

        Assert.Contains("再凑 22 元", outcome.Text);
    }

    [Fact]
    public async Task The_shop_holds_what_a_shop_sees()
    {
        var states = new HashSet<Commerce.Logistics.ParcelState>();
        var orders = 0;
        for (var i = 1; i <= 220; i++)
        {
            orders += (await Shop.OrdersAsync($"K{i:D4}")).Count;
            foreach (var parcel in await Shop.ShipmentsAsync($"K{i:D4}"))
                states.Add(parcel.HistoryAt(Noon).State);
        }

        Assert.True(orders >= 2000, $"{orders} orders");
        Assert.Superset(new HashSet<Commerce.Logistics.ParcelState> { Commerce.Logistics.ParcelState.Stuck, Commerce.Logistics.ParcelState.Lost, Commerce.Logistics.ParcelState.Returned, Commerce.Logistics.ParcelState.Delivered, Commerce.Logistics.ParcelState.AtPickupPoint }, states);
    }

    private async Task<TaskOutcome> AskAsync(
        string sender, Intent intent, string text, OpenQuestion? answering = null, Intent? answer = null, IReadOnlyList<Fact>? facts = null, string language = "zh")
    {
        var role = IntentDomains.Of(intent) switch { IntentDomain.Orders => AgentRole.Orders, IntentDomain.AfterSales => AgentRole.AfterSales, _ => AgentRole.Promotions };
        var services = new ServiceCollection().AddLogging().AddSingleton<IShop>(Shop).AddSkills(role).BuildServiceProvider();
        var customer = await Shop.IdentifyAsync("web", "-", sender);
        var principal = new Principal("default", "web", "-", sender, customer, customer is null ? Assurance.Anonymous : Assurance.ChannelLogin);
        return await services.GetRequiredService<ISpecialist>().HandleAsync(
            new($"default:web:-:{sender}", "turn", "1.1", intent, text, Model.Understand(text, new(Noon)).Entities, Emotion.Calm, language, principal,
                facts ?? [], answering, answer, Noon, Noon.AddSeconds(1)), CancellationToken.None);
    }
}
