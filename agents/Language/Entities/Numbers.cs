using System.Text.RegularExpressions;
using Fleet.Contracts.Language;

namespace Fleet.Language.Entities;

/// <summary>Numbers with a shape: tracking and order numbers, phones, money, quantities, codes.</summary>
internal static partial class Numbers
{
    // Prefix or length of the big carriers' numbers; codes as KuaiDi100 writes them.
    private static readonly (Regex Shape, string Carrier, double Score)[] Tracking =
    [
        (Shunfeng(), "shunfeng", .98), (Jd(), "jd", .98), (Yuantong(), "yuantong", .98), (Jitu(), "jtexpress", .97),
        (Ems(), "ems", .95), (Zhongtong(), "zhongtong", .8), (Yunda(), "yunda", .75), (Shentong(), "shentong", .75),
    ];

    public static IEnumerable<Entity> Read(string text)
    {
        foreach (var (shape, carrier, score) in Tracking)
        {
            foreach (Match match in shape.Matches(text))
                yield return new(EntityType.TrackingNumber, $"{match.Value.ToUpperInvariant()}:{carrier}", match.Index, match.Length, score);
        }
        foreach (Match match in Order().Matches(text))
            yield return Of(EntityType.OrderNumber, match.Groups["n"], match.Groups["word"].Success ? .94 : .7);
        foreach (Match match in Phone().Matches(text))
            yield return new(EntityType.Phone, match.Groups["n"].Value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), match.Index, match.Length, .96);
        foreach (Match match in Money().Matches(text))
            yield return new(EntityType.Money, match.Groups["n"].Value, match.Index, match.Length, .9);
        foreach (Match match in Quantity().Matches(text))
            yield return new(EntityType.Quantity, ChineseNumber.Read(match.Groups["n"].Value).ToString(System.Globalization.CultureInfo.InvariantCulture), match.Index, match.Length, .6);
        foreach (Match match in Code().Matches(text))
            yield return Of(EntityType.Code, match.Groups["n"], .97);
        foreach (Match match in Address().Matches(text))
            yield return Of(EntityType.Address, match.Groups["n"], .94);
    }

    private static Entity Of(EntityType type, Group group, double score) => new(type, group.Value.Trim(), group.Index, group.Length, score);

    [GeneratedRegex(@"(?<![A-Za-z0-9])SF\d{12,15}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Shunfeng();

    [GeneratedRegex(@"(?<![A-Za-z0-9])JD[A-Z]{0,2}\d{11,15}(?:-\d+-\d+-?)?(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Jd();

    [GeneratedRegex(@"(?<![A-Za-z0-9])YT\d{13,15}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Yuantong();

    [GeneratedRegex(@"(?<![A-Za-z0-9])JT\d{13}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Jitu();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}\d{9}[A-Z]{2}(?![A-Za-z0-9])|(?<!\d)1[0-3]\d{11}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Ems();

    [GeneratedRegex(@"(?<!\d)(?:7[35678]\d{12}|6[48]\d{10}|7[68]\d{10})(?!\d)")]
    private static partial Regex Zhongtong();

    [GeneratedRegex(@"(?<!\d)(?:3[1-9]|4[3-6])\d{11}(?!\d)")]
    private static partial Regex Yunda();

    [GeneratedRegex(@"(?<!\d)77\d{13}(?!\d)")]
    private static partial Regex Shentong();

    [GeneratedRegex(@"(?<word>订单(?:编)?号?(?:是|为)?|单号(?:是|为)?|order\s*(?:number|no\.?|id|#)?)\s*[:：#]?\s*(?<n>[A-Z]{0,3}\d{6,21}(?:-\d{4,18})?)|(?<![A-Za-z0-9])(?<n>[A-Z]{1,2}\d{8,18}|\d{16,21}|\d{6}-\d{15})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"(?<!\d)(?:\+?86[- ]?)?(?<n>1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?:[¥￥$]\s*(?<n>\d+(?:\.\d{1,2})?))|(?<n>\d+(?:\.\d{1,2})?)\s*(?:元|块钱?|yuan|rmb|dollars?)", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:件|个|双|条|台|箱|盒|瓶|袋|套|本|只|包|份|支|pcs|pieces?)(?!月)", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"(?:验证码|校验码|尾号|后四位|code|ending)(?:是|为|\sis)?\s*[:：]?\s*(?<n>\d{4,6})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<n>(?:\p{IsCJKUnifiedIdeographs}{2,6}(?:省|市|区|县|镇)){1,4}[\p{IsCJKUnifiedIdeographs}\d\-#]{2,30}(?:路|街|道|号|楼|室|栋|单元|村|小区|大厦|花园|广场)[\dA-Za-z\-]*(?:号楼|号|楼|室|栋|单元)?[\dA-Za-z\-]*室?)|(?<n>\p{IsCJKUnifiedIdeographs}{2,10}(?:路|街|大道)\d+号[\p{IsCJKUnifiedIdeographs}\dA-Za-z\-]{0,16})|(?<n>\d{1,5}\s+[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)*\s(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive)\b[^.!?]{0,40})")]
    private static partial Regex Address();
}
