namespace Fleet.Commerce.Logistics;

/// <summary>A carrier as customers know it.</summary>
/// <param name="Code">Its code at 快递100.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Phone">Its public hotline.</param>
public sealed record Carrier(string Code, string Chinese, string English, string Phone)
{
    /// <summary>The carriers most parcels in China travel with.</summary>
    public static IReadOnlyList<Carrier> All { get; } =
    [
        new("shunfeng", "顺丰速运", "SF Express", "95338"),
        new("zhongtong", "中通快递", "ZTO Express", "95311"),
        new("yuantong", "圆通速递", "YTO Express", "95554"),
        new("yunda", "韵达快递", "Yunda Express", "95546"),
        new("jd", "京东物流", "JD Logistics", "950616"),
        new("ems", "EMS", "EMS", "11183"),
        new("shentong", "申通快递", "STO Express", "95543"),
        new("jtexpress", "极兔速递", "J&T Express", "956025"),
        new("debangkuaidi", "德邦快递", "Deppon", "95353"),
    ];

    /// <summary>The carrier of <paramref name="code"/>; an unknown code is its own name and has no hotline.</summary>
    public static Carrier Of(string code) => All.FirstOrDefault(c => c.Code == code) ?? new Carrier(code, code, code, "");

    /// <summary>The name in <paramref name="language"/> (<c>zh</c> or <c>en</c>).</summary>
    public string Name(string language) => language == "en" ? English : Chinese;
}
