using System.Text.RegularExpressions;
using Fleet.Contracts.Language;

namespace Fleet.Language.Entities;

/// <summary>Words from closed lists: colours, sizes, goods, coupons, and the ways to point at one thing among several.</summary>
internal static partial class Words
{
    private static readonly Dictionary<string, string> Colors = Lexicon.Pairs("colors");
    private static readonly Dictionary<string, string> Goods = Lexicon.Pairs("products");
    private static readonly Dictionary<string, string> Pointing = Lexicon.Pairs("references");

    private static readonly Regex ColorShape = Lexicon.Shape(Colors.Keys);
    private static readonly Regex GoodsShape = Lexicon.Shape(Goods.Keys);
    private static readonly Regex PointingShape = Lexicon.Shape(Pointing.Keys);

    public static IEnumerable<Entity> Read(string text)
    {
        foreach (Match match in ColorShape.Matches(text))
            yield return Of(EntityType.Color, Colors[match.Value.ToLowerInvariant()], match, .9);
        foreach (Match match in GoodsShape.Matches(text))
            yield return Of(EntityType.Product, Goods[match.Value.ToLowerInvariant()], match, .85);
        foreach (Match match in PointingShape.Matches(text))
            yield return Of(EntityType.Reference, Pointing[match.Value.ToLowerInvariant()], match, .7);
        foreach (Match match in Size().Matches(text))
            yield return Of(EntityType.Size, match.Groups["n"].Value.ToUpperInvariant(), match, .88);
        foreach (Match match in Coupon().Matches(text))
            yield return Of(EntityType.Coupon, match.Value, match, .75);
    }

    private static Entity Of(EntityType type, string value, Match match, double score) => new(type, value, match.Index, match.Length, score);

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<n>XXXL|XXL|XL|XS|3XL|2XL|4XL|[SML])(?:码|号)?(?![A-Za-z0-9'’])|(?<!\d)(?<n>(?:3[4-9]|4[0-8])(?:\.5)?)\s*(?:码|号)(?!\d)|\bsize\s*(?<n>\d{1,3}|[SMLX]{1,4})\b|(?<n>均码)", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"满\s*\d+\s*减\s*\d+(?:的?券)?|优惠[券卷]|代金券|折扣券|红包|店铺券|平台券|coupons?|vouchers?|promo code", RegexOptions.IgnoreCase)]
    private static partial Regex Coupon();
}
