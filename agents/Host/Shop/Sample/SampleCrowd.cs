using Fleet.Commerce.Logistics;

namespace Fleet.Agents.Shop.Sample;

/// <summary>The many customers beside the prepared ones: every state of a parcel occurs, in the shares a shop sees.</summary>
internal sealed class SampleCrowd(SampleData data, Random random, DateTimeOffset now, DateTimeOffset morning)
{
    private static readonly string[] Family = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林"];
    private static readonly string[] Given = ["伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "秀兰", "晓雨", "子涵", "宇轩", "欣怡"];
    private static readonly (string Province, string City, string District)[] Places =
    [
        ("北京市", "北京市", "朝阳区"), ("上海市", "上海市", "浦东新区"), ("广东省", "深圳市", "南山区"), ("四川省", "成都市", "武侯区"),
        ("湖北省", "武汉市", "洪山区"), ("陕西省", "西安市", "雁塔区"), ("江苏省", "南京市", "鼓楼区"), ("山东省", "青岛市", "市南区"),
    ];

    public void Add(int customers, int orders)
    {
        var made = new SampleOrders(data, 5000);
        for (var i = 0; i < customers; i++)
        {
            var name = Family[random.Next(Family.Length)] + Given[random.Next(Given.Length)];
            var phone = $"13{random.Next(10)}{random.Next(10_000_000, 99_999_999)}";
            data.Customers.Add(new($"K{i + 1:D4}", name, phone, random.Next(4), random.Next(5000), DateOnly.FromDateTime(morning.DateTime).AddDays(random.Next(20, 300))));
            data.Identities.Add(("web", $"user-{i + 1}", $"K{i + 1:D4}"));
        }
        var crowd = data.Customers[^customers..];
        for (var i = 0; i < orders; i++)
            One(made, crowd[random.Next(crowd.Count)], now - TimeSpan.FromMinutes(random.Next(60, 90 * 24 * 60)));
        foreach (var customer in crowd.Where(_ => random.Next(3) == 0))
            data.Coupons.Add(new($"Q{customer.Id}", customer.Id, "满 200 减 20 券", "20 off from 200", 200, 20, null, morning.AddDays(-10), morning.AddDays(random.Next(-3, 12))));
    }

    private void One(SampleOrders made, Customer customer, DateTimeOffset at)
    {
        var place = Places[random.Next(Places.Length)];
        var address = new Address(customer.Name, customer.Phone, place.Province, place.City, place.District, $"{random.Next(1, 200)}号{random.Next(1, 30)}栋{random.Next(101, 2900)}室");
        var bought = Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(_ => Pick()).ToArray();
        var age = now - at;
        var kind = random.Next(100);
        var state = kind < 3 ? OrderState.Cancelled : age < TimeSpan.FromHours(20) ? OrderState.Paid : age > TimeSpan.FromDays(8) ? OrderState.Completed : OrderState.Shipped;
        var order = made.Place(customer, address, at, state, random.Next(2) == 0 ? "alipay" : "wechat", bought);
        if (state is OrderState.Cancelled or OrderState.Paid)
            return;
        var left = at.AddHours(random.Next(4, 18));
        var parcel = random.Next(100) switch
        {
            0 => ParcelState.Lost,
            1 => ParcelState.Returned,
            2 => ParcelState.Returning,
            3 => ParcelState.Stuck,
            4 when age < TimeSpan.FromDays(8) => ParcelState.DeliveryFailed,
            5 or 6 when age < TimeSpan.FromDays(8) => ParcelState.AtPickupPoint,
            _ when age > TimeSpan.FromDays(4) => ParcelState.Delivered,
            _ when age > TimeSpan.FromDays(3) => ParcelState.OutForDelivery,
            _ => ParcelState.InTransit,
        };
        var last = left + TimeSpan.FromHours(Math.Min((now - left).TotalHours, random.Next(8, 72)));
        // Some parcels are sent in two, by two carriers.
        if (bought.Length == 2 && random.Next(2) == 0)
        {
            made.Send(order, left, parcel, last, random.Next(6), [order.Lines[0].Id]);
            made.Send(order, left.AddHours(1), ParcelState.Delivered, last.AddHours(1) > now ? now : last.AddHours(1), random.Next(6), [order.Lines[1].Id]);
        }
        else
        {
            var sent = made.Send(order, left, parcel, last, random.Next(6));
            if (parcel == ParcelState.Delivered && random.Next(60) == 0)
                data.Shipments[^1] = sent with { DeliveryDenied = true };
        }
        if (parcel is ParcelState.Delivered && random.Next(12) == 0)
        {
            var asked = last.AddHours(20) > now ? now : last.AddHours(20);
            data.Refunds.Add(new($"R{order.Number}", customer.Id, order.Number, order.Lines[0].Id, order.Lines[0].Paid, order.PaidWith,
                age > TimeSpan.FromDays(12) ? RefundState.Arrived : RefundState.Processing, asked, asked.AddHours(6),
                age > TimeSpan.FromDays(12) ? asked.AddDays(2) : null, asked.AddDays(3)));
        }
    }

    private (Product, Variant) Pick()
    {
        var product = data.Products[random.Next(data.Products.Count)];
        return (product, product.Variants[random.Next(product.Variants.Count)]);
    }
}
