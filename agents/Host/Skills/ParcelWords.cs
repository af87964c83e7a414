using Fleet.Commerce.Logistics;

namespace Fleet.Agents.Skills;

/// <summary>A parcel's state in the words of a person who looked it up.</summary>
internal static class ParcelWords
{
    /// <summary>A parcel without a scan for so long has a problem, whatever its state says (commerce.md: no scan for 72 h).</summary>
    public static readonly TimeSpan Still = TimeSpan.FromHours(72);

    public static string Describe(SkillTask task, Item item)
    {
        var title = item.Title(task.English);
        if (item.Parcel is not { } parcel)
        {
            return item.Order.PaidAt is null
                ? task.Say("order.unpaid", title)
                : task.Say("order.not-sent", title, item.Order.ShipBy is { } by ? task.Day(by) : "-", task.Day(item.Order.PromisedBy ?? task.Request.Now));
        }
        var carrier = Carrier.Of(parcel.Carrier).Name(task.Request.Language);
        var last = item.History.LastScan;
        var at = last is null ? "-" : task.Moment(last.At);
        var city = last?.City is { } place ? (task.English ? Cities.English(place) : place) : "";
        var head = task.Say("parcel.head", title, carrier, parcel.TrackingNumber);
        if (IsStill(item, task.Request.Now))
            return head + task.Say("parcel.still", at, city, Carrier.Of(parcel.Carrier).Phone);
        var arrival = Arrival(task, item);
        return head + (item.History.State switch
        {
            ParcelState.Created or ParcelState.PickedUp => task.Say("parcel.picked-up", at, arrival),
            ParcelState.InTransit or ParcelState.Customs => task.Say("parcel.in-transit", at, city, arrival),
            ParcelState.ArrivedCity => task.Say("parcel.arrived-city", at, city, arrival),
            ParcelState.OutForDelivery => task.Say("parcel.out", at),
            ParcelState.AtPickupPoint or ParcelState.PickupOverdue => task.Say("parcel.pickup", parcel.PickupPlace ?? "-", parcel.PickupCode ?? "-"),
            ParcelState.DeliveryFailed => task.Say("parcel.failed", at),
            ParcelState.Delivered => task.Say("parcel.delivered", at),
            ParcelState.Stuck => task.Say("parcel.still", at, city, Carrier.Of(parcel.Carrier).Phone),
            ParcelState.Lost or ParcelState.Damaged => task.Say("parcel.lost", at),
            _ => task.Say("parcel.returning", at),
        });
    }

    public static bool IsStill(Item item, DateTimeOffset now) =>
        item.Parcel is not null && item.History.State.IsUnderWay() && item.History.State is not (ParcelState.AtPickupPoint or ParcelState.PickupOverdue)
        && item.History.LastScan is { } last && now - last.At > Still;

    /// <summary>The promised day, or the next one when the promise is already broken and the parcel moves.</summary>
    private static string Arrival(SkillTask task, Item item)
    {
        var promised = item.Parcel?.PromisedBy ?? task.Request.Now.AddDays(2);
        var earliest = item.History.State == ParcelState.ArrivedCity ? task.Request.Now.AddDays(1) : promised;
        var day = earliest < promised ? earliest : promised;
        return task.Day(day < task.Request.Now ? task.Request.Now.AddDays(1) : day);
    }
}
