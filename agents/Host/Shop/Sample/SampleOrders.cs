using Fleet.Commerce.Logistics;

namespace Fleet.Agents.Shop.Sample;

/// <summary>Puts orders and the scans of their parcels together.</summary>
internal sealed class SampleOrders(SampleData data, long first)
{
    private static readonly (string Code, Func<long, string> Number)[] Carriers =
    [
        ("shunfeng", n => $"SF{1000000000000 + n}"), ("zhongtong", n => $"{75400000000000 + n}"), ("yuantong", n => $"YT{8800000000000 + n}"),
        ("jd", n => $"JD00{10000000000 + n}"), ("yunda", n => $"{4600000000000 + n}"), ("ems", n => $"{1100000000000 + n}"),
    ];

    private long _next = first;

    /// <summary>An order of one line a product, paid two minutes after it was placed.</summary>
    public Order Place(Customer customer, Address address, DateTimeOffset at, OrderState state, string paidWith, params (Product Product, Variant Variant)[] bought)
    {
        var number = $"26{at:MMdd}{100000 + _next++ * 7919 % 900000}";
        var lines = bought.Select((b, i) => new OrderLine($"{number}-{i + 1}", b.Product.Id, b.Variant.Sku, b.Product.Name, b.Product.NameEn,
            b.Product.Category, b.Variant.Color, b.Variant.Size, 1, b.Variant.Price, b.Variant.Price, null)).ToList();
        var paid = state is not OrderState.AwaitingPayment and not OrderState.Closed;
        var order = new Order(number, customer.Id, state, at, paid ? at.AddMinutes(2) : null, paid ? at.AddHours(48) : null,
            paid ? at.AddDays(4) : null, address, lines, 0, paidWith);
        data.Orders.Add(order);
        return order;
    }

    /// <summary>A parcel of some lines of the order, with scans from its departure to <paramref name="state"/>.</summary>
    public Shipment Send(Order order, DateTimeOffset at, ParcelState state, DateTimeOffset lastScan, int carrier, IReadOnlyList<string>? lines = null, string from = "杭州")
    {
        var id = $"S{_next++:D6}";
        var (code, number) = Carriers[carrier % Carriers.Length];
        var to = order.Address.City;
        var events = Way(state, from, to, Carrier.Of(code).Chinese, at, lastScan);
        var atStation = state is ParcelState.AtPickupPoint or ParcelState.PickupOverdue;
        var parcel = new Shipment(id, order.CustomerId, order.Number, code, number(_next * 104729 % 1000000000), from, to, at,
            order.PromisedBy, events, atStation ? $"{order.Address.District}菜鸟驿站" : null, atStation ? $"{_next % 9 + 1}-{_next % 5 + 1}-{1000 + _next % 9000}" : null);
        data.Shipments.Add(parcel);
        var index = data.Orders.FindIndex(o => o.Number == order.Number);
        data.Orders[index] = data.Orders[index] with
        {
            Lines = [.. data.Orders[index].Lines.Select(l => lines is null || lines.Contains(l.Id) ? l with { ShipmentId = id } : l)],
        };
        return parcel;
    }

    private static List<TrackingEvent> Way(ParcelState state, string from, string to, string carrier, DateTimeOffset start, DateTimeOffset last)
    {
        var steps = new List<(ParcelState State, string Text, string City)>
        {
            (ParcelState.PickedUp, $"{carrier}已揽收", from), (ParcelState.InTransit, $"快件已从{from}转运中心发出,下一站{to}", from),
        };
        if (state is not (ParcelState.PickedUp or ParcelState.InTransit or ParcelState.Stuck or ParcelState.Lost))
            steps.Add((ParcelState.ArrivedCity, $"快件已到达{to}转运中心", to));
        if (state is ParcelState.OutForDelivery or ParcelState.Delivered or ParcelState.DeliveryFailed or ParcelState.Refused or ParcelState.Returning or ParcelState.Returned)
            steps.Add((ParcelState.OutForDelivery, "快递员正在派送", to));
        (ParcelState State, string Text, string City)? end = state switch
        {
            ParcelState.Delivered => (state, "快件已签收,签收人:本人/前台", to),
            ParcelState.AtPickupPoint => (state, "快件已到达驿站,请凭取件码取件", to),
            ParcelState.DeliveryFailed => (state, "电话无人接听,派送未成功", to),
            ParcelState.Returning => (state, "收件人拒收,快件退回中", to),
            ParcelState.Returned => (state, "退回件已签收", from),
            ParcelState.Lost => (state, "快件遗失,已登记理赔", from),
            ParcelState.Stuck => (state, "快件滞留,正在处理", from),
            _ => null,
        };
        if (state == ParcelState.PickedUp)
            steps.RemoveAt(1);
        if (end is { } final)
            steps.Add(final);
        var span = last - start;
        return [.. steps.Select((s, i) => new TrackingEvent(start + span * (steps.Count == 1 ? 1 : (double)i / (steps.Count - 1)), s.State, s.Text, s.City))];
    }
}
