using Fleet.Commerce.Logistics;

namespace Fleet.Agents.Shop.Sample;

/// <summary>The five customers a visitor may be, each with what one conversation of the README needs.</summary>
internal static class PreparedCustomers
{
    public static void Add(SampleData data, DateTimeOffset now, DateTimeOffset morning)
    {
        var orders = new SampleOrders(data, 1000);
        var yesterday = morning.AddDays(-1).AddHours(10);

        // Two parcels under way: "我的快递到哪了", then "不是这个,另一件".
        var one = Person(data, "D0001", "张晓雨", "13800000001", "web", "demo-1");
        var home = new Address("张晓雨", "13800000001", "上海市", "上海市", "徐汇区", "漕溪北路 88 号 1201 室");
        var dress = orders.Place(one, home, now.AddDays(-3), OrderState.Shipped, "alipay", Of(data, "P03", "蓝色", "M"));
        orders.Send(dress, now.AddDays(-2).AddHours(-6), ParcelState.OutForDelivery, now.AddMinutes(-50), 0);
        var phones = orders.Place(one, home, now.AddDays(-2), OrderState.Shipped, "alipay", Of(data, "P08", "白色", null));
        orders.Send(phones, now.AddDays(-1).AddHours(-8), ParcelState.InTransit, now.AddHours(-5), 1, from: "深圳");

        // Clothes bought yesterday: when do they come, and how to exchange the color.
        var two = Person(data, "D0002", "李明", "13800000002", "web", "demo-2");
        var office = new Address("李明", "13800000002", "北京市", "北京市", "海淀区", "中关村大街 27 号 6 层");
        var jacket = orders.Place(two, office, yesterday, OrderState.Shipped, "wechat", Of(data, "P01", "红色", "L"));
        orders.Send(jacket, yesterday.AddHours(6), ParcelState.InTransit, now.AddHours(-3) > yesterday.AddHours(7) ? now.AddHours(-3) : yesterday.AddHours(7), 0);
        var bottle = orders.Place(two, office, now.AddDays(-20), OrderState.Completed, "wechat", Of(data, "P19", "黑色", null));
        orders.Send(bottle, now.AddDays(-19), ParcelState.Delivered, now.AddDays(-17), 2);

        // A coupon that does not apply, and a refund of last time.
        var three = Person(data, "D0003", "王芳", "13800000003", "web", "demo-3");
        var flat = new Address("王芳", "13800000003", "广东省", "广州市", "天河区", "体育西路 103 号 804");
        var shoes = orders.Place(three, flat, now.AddDays(-12), OrderState.Completed, "alipay", Of(data, "P06", "白色", "38"));
        orders.Send(shoes, now.AddDays(-11), ParcelState.Delivered, now.AddDays(-9), 3);
        data.Refunds.Add(new("R0003", three.Id, shoes.Number, shoes.Lines[0].Id, 329, "alipay", RefundState.Arrived, now.AddDays(-7), now.AddDays(-5),
            now.AddDays(-3), now.AddDays(-2), "尺码不合适"));
        data.Coupons.Add(new("Q0003", three.Id, "满 200 减 30 券", "30 off from 200", 200, 30, null, morning.AddDays(-5), morning.AddDays(6)));
        data.Coupons.Add(new("Q0004", three.Id, "服饰满 150 减 15 券", "15 off clothes from 150", 150, 15, "clothes", morning.AddDays(-30), morning.AddDays(-2)));
        data.Carts[three.Id] = [new("P14", Of(data, "P14", null, null).Variant.Sku, 1), new("P10", Of(data, "P10", "粉色", null).Variant.Sku, 1)];

        // English: a parcel in transit whose address can no longer be changed, and an order that has not left, whose can.
        var four = Person(data, "D0004", "Emma", "13800000004", "web", "demo-4");
        var villa = new Address("Emma", "13800000004", "浙江省", "杭州市", "西湖区", "文三路 90 号 2 幢 301");
        var tea = orders.Place(four, villa, now.AddDays(-2), OrderState.Shipped, "card", Of(data, "P17", null, null));
        orders.Send(tea, now.AddDays(-1).AddHours(-4), ParcelState.ArrivedCity, now.AddHours(-2), 0, from: "上海");

        // Somebody whose parcel does not move and who asks for a person.
        var five = Person(data, "D0005", "陈伟", "13800000005", "web", "demo-5");
        var yard = new Address("陈伟", "13800000005", "四川省", "成都市", "锦江区", "春熙路 12 号 5 栋 2 单元 601");
        var dryer = orders.Place(five, yard, now.AddDays(-6), OrderState.Shipped, "wechat", Of(data, "P11", "粉色", null));
        orders.Send(dryer, now.AddDays(-5), ParcelState.InTransit, now.AddDays(-4), 4);
        var denied = orders.Place(five, yard, now.AddDays(-5), OrderState.Shipped, "wechat", Of(data, "P16", null, null));
        orders.Send(denied, now.AddDays(-4), ParcelState.Delivered, now.AddDays(-1), 2);
    }

    private static Customer Person(SampleData data, string id, string name, string phone, string channel, string sender)
    {
        var customer = new Customer(id, name, phone, 2, 2380, new DateOnly(2027, 3, 31));
        data.Customers.Add(customer);
        data.Identities.Add((channel, sender, id));
        return customer;
    }

    private static (Product Product, Variant Variant) Of(SampleData data, string id, string? color, string? size)
    {
        var product = data.Products.Single(p => p.Id == id);
        return (product, product.Variants.First(v => v.Color == color && v.Size == size));
    }
}
