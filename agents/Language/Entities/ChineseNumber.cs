namespace Fleet.Language.Entities;

/// <summary>Small numbers as people say them, and digits read one by one (幺三八…).</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>0 to 99 from digits or Chinese; 0 when it is neither.</summary>
    public static int Read(string text)
    {
        if (int.TryParse(text, out var plain))
            return plain;
        var said = text.Replace('两', '二').Replace("俩", "二", StringComparison.Ordinal);
        var ten = said.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return said.Length == 1 ? Math.Max(0, Digits.IndexOf(said[0], StringComparison.Ordinal)) : 0;
        var tens = ten == 0 ? 1 : Math.Max(0, Digits.IndexOf(said[ten - 1], StringComparison.Ordinal));
        var ones = ten + 1 < said.Length ? Math.Max(0, Digits.IndexOf(said[ten + 1], StringComparison.Ordinal)) : 0;
        return tens * 10 + ones;
    }
}
