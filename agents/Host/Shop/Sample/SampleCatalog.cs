namespace Fleet.Agents.Shop.Sample;

/// <summary>What the sample shop sells and which campaigns it runs.</summary>
internal static class SampleCatalog
{
    public static IReadOnlyList<Product> Products() =>
    [
        Make("P01", "轻薄羽绒服", "light down jacket", "clothes", 399, ["衣服", "羽绒服", "外套"], ["红色", "蓝色", "黑色"], ["S", "M", "L", "XL"], ("material", "90% 白鸭绒|90% white duck down"), ("care", "30℃ 以下手洗|hand wash below 30 °C")),
        Make("P02", "纯棉圆领 T 恤", "cotton crew-neck T-shirt", "clothes", 89, ["衣服", "T恤"], ["白色", "黑色", "灰色"], ["S", "M", "L", "XL"], ("material", "100% 新疆长绒棉|100% long-staple cotton")),
        Make("P03", "碎花连衣裙", "floral dress", "clothes", 259, ["衣服", "裙子"], ["粉色", "蓝色", "米色"], ["S", "M", "L"], ("material", "雪纺|chiffon")),
        Make("P04", "修身牛仔裤", "slim jeans", "clothes", 199, ["衣服", "裤子"], ["蓝色", "黑色"], ["S", "M", "L", "XL"], ("material", "98% 棉 2% 氨纶|98% cotton, 2% elastane")),
        Make("P05", "连帽卫衣", "hoodie", "clothes", 169, ["衣服", "卫衣"], ["灰色", "黑色", "绿色"], ["M", "L", "XL"], ("material", "加绒棉|fleece cotton")),
        Make("P06", "轻量跑鞋", "light running shoes", "shoes", 329, ["鞋"], ["白色", "黑色", "蓝色"], ["38", "39", "40", "41", "42", "43"], ("size", "偏小半码,建议拍大半码|runs half a size small, take half a size more")),
        Make("P07", "真皮乐福鞋", "leather loafers", "shoes", 459, ["鞋"], ["棕色", "黑色"], ["37", "38", "39", "40", "41", "42"], ("material", "头层牛皮|full-grain leather")),
        Make("P08", "降噪蓝牙耳机", "noise-cancelling earphones", "earphones", 599, ["耳机"], ["白色", "黑色"], [], ("battery", "单次 8 小时,配充电盒 32 小时|8 hours, 32 with the case"), ("warranty", "一年质保|one year warranty")),
        Make("P09", "20000 毫安充电宝", "20,000 mAh power bank", "phone", 129, ["充电宝"], ["白色", "黑色"], [], ("power", "22.5W 快充|22.5 W fast charging")),
        Make("P10", "磁吸手机壳", "magnetic phone case", "phone", 59, ["手机壳"], ["蓝色", "黑色", "粉色"], [], ("fits", "iPhone 15 至 17 系列|iPhone 15 to 17")),
        Make("P11", "2200W 吹风机", "2200 W hair dryer", "appliance", 269, ["吹风机"], ["粉色", "白色"], [], ("warranty", "整机两年质保|two years warranty")),
        Make("P12", "4L 电饭煲", "4 l rice cooker", "appliance", 349, ["电饭煲"], ["白色"], [], ("warranty", "一年质保,内胆三年|one year, inner pot three")),
        Make("P13", "1.5 匹变频空调", "1.5 hp inverter air conditioner", "appliance", 2699, ["空调"], ["白色"], [], ("installation", "免费上门安装,3 米内铜管免费|free installation, 3 m of pipe included"), ("warranty", "整机六年质保|six years warranty")),
        Make("P14", "保湿面膜 20 片", "moisturising masks, 20 pieces", "beauty", 119, ["面膜"], [], [], ("use", "每周 2 到 3 次|two or three times a week")),
        Make("P15", "丝绒口红", "velvet lipstick", "beauty", 139, ["口红"], ["红色", "粉色", "棕色"], [], ("finish", "哑光不拔干|matte, not drying")),
        Make("P16", "每日坚果 30 包", "daily nuts, 30 bags", "food", 99, ["坚果", "零食"], [], [], ("life", "保质期 180 天|keeps 180 days")),
        Make("P17", "明前龙井 250g", "Longjing tea 250 g", "food", 298, ["茶叶"], [], [], ("origin", "浙江杭州|Hangzhou, Zhejiang")),
        Make("P18", "四件套 1.8m", "bedding set 1.8 m", "home", 299, ["被子"], ["灰色", "蓝色", "米色"], [], ("material", "60 支长绒棉|60 s long-staple cotton")),
        Make("P19", "316 保温杯", "316 steel thermos", "home", 109, ["水杯"], ["白色", "黑色", "绿色"], [], ("keeps", "保温 12 小时|keeps warm for 12 hours")),
        Make("P20", "刻字木质相框", "engraved wooden frame", "custom", 79, ["相框"], [], [], ("made", "定制商品,3 天内制作|made to order within 3 days")),
    ];

    public static IReadOnlyList<Campaign> Campaigns(DateTimeOffset morning) =>
    [
        new("C1", "全场满 300 减 40", "40 off from 300", "per", [new(300, 40)], null, morning.AddDays(-3), morning.AddDays(5)),
        new("C2", "服饰 9 折", "10 % off clothes", "percent", [new(0, 10)], "clothes", morning.AddDays(-1), morning.AddDays(3)),
        new("C3", "限时秒杀(不与券同享)", "flash sale (not with coupons)", "flash", [new(0, 20)], "earphones", morning.AddDays(-1), morning.AddDays(2), WithCoupons: false),
    ];

    private static Product Make(
        string id, string name, string nameEn, string category, decimal price, string[] words, string[] colors, string[] sizes,
        params (string Key, string Value)[] facts)
    {
        var variants = new List<Variant>();
        foreach (var color in colors.Length > 0 ? colors : [null!])
        {
            foreach (var size in sizes.Length > 0 ? sizes : [null!])
                variants.Add(new($"{id}-{variants.Count + 1}", color, size, price, variants.Count % 9 == 8 ? 0 : 5 + variants.Count * 3 % 40));
        }
        return new(id, name, nameEn, category, words, variants, facts.ToDictionary(f => f.Key, f => f.Value));
    }
}
