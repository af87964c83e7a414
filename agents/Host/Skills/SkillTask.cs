using System.Globalization;
using System.Text.Json;
using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Wording;

namespace Fleet.Agents.Skills;

/// <summary>A task with the customer's own orders and parcels, and the words to answer in.</summary>
internal sealed class SkillTask(TaskRequest request, Phrasebook phrases)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public TaskRequest Request => request;

    public bool English => request.Language == "en";

    /// <summary>Null for a writer nobody knows.</summary>
    public string? CustomerId => request.Principal.CustomerId;

    /// <summary>Lines of living orders with their parcels, newest first.</summary>
    public IReadOnlyList<Item> Items { get; private set; } = [];

    public IReadOnlyList<Order> Orders { get; private set; } = [];

    public async Task LoadAsync(IShop shop, string customer, CancellationToken cancellationToken)
    {
        var orders = shop.OrdersAsync(customer, cancellationToken);
        var parcels = shop.ShipmentsAsync(customer, cancellationToken);
        await Task.WhenAll(orders, parcels);
        Orders = orders.Result;
        Items = [.. Orders.SelectMany(o => o.Lines.Select(l => new Item(o, l, parcels.Result.FirstOrDefault(s => s.Id == l.ShipmentId), request.Now)))];
    }

    public string Say(string key, params object[] arguments) => phrases.Say(request.Language, key, arguments);

    public TaskOutcome End(Outcome outcome, string reason, string key, params object[] arguments) => Text(outcome, reason, Say(key, arguments), []);

    public TaskOutcome Text(Outcome outcome, string reason, string text, IReadOnlyList<Fact> facts, OpenQuestion? question = null) =>
        new(request.TaskId, request.Intent, outcome, reason, text, facts, question);

    public TaskOutcome Unknown() => End(Outcome.NeedsInfo, "principal.unknown", "identify");

    public OpenQuestion Question(string slot, IReadOnlyList<string> options, object? state = null) =>
        new(request.TaskId, request.Intent, slot, options, state is null ? null : JsonSerializer.SerializeToElement(state, Wire.Json), request.Now);

    /// <summary>Asks for a yes to something that will be written.</summary>
    public TaskOutcome Confirm(ShopWrite write, string reason, string text, IReadOnlyList<Fact> facts) =>
        Text(Outcome.NeedsConfirmation, reason, text, facts, new(request.TaskId, request.Intent, "confirm", [],
            JsonSerializer.SerializeToElement(write, Wire.Json), request.Now));

    public Entity? Entity(EntityType type) => request.Entities.FirstOrDefault(e => e.Type == type);

    public string? Fact(string name) => request.SessionFacts.FirstOrDefault(f => f.Name == name)?.Value;

    /// <summary>A day as people say it: today, tomorrow, or the date with its weekday.</summary>
    public string Day(DateTimeOffset at)
    {
        var local = at.ToOffset(request.Now.Offset);
        var days = (local.Date - request.Now.Date).Days;
        return days switch
        {
            0 => Say("day.today"),
            1 => Say("day.tomorrow"),
            -1 => Say("day.yesterday"),
            _ => English ? local.ToString("ddd d MMM", CultureInfo.InvariantCulture) : local.ToString("M月d日", Chinese),
        };
    }

    public string Moment(DateTimeOffset at) => $"{Day(at)} {at.ToOffset(request.Now.Offset):HH:mm}";

    public string Yuan(decimal amount) => English ? $"¥{amount:0.##}" : $"{amount:0.##} 元";
}
