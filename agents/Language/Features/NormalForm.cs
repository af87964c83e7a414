using System.Text;

namespace Fleet.Language.Features;

/// <summary>One way to write what can be typed in many: width, case, punctuation, runs of digits and of repeated signs.</summary>
internal static class NormalForm
{
    private const string Traditional = "們個買賣裡麼嗎這過還沒發貨單訂後壞換給幾時間問題價錢優惠車貴電話號碼務員運費稅補償點見說請謝對開關東們樣應該為無與從長實現處達遲";
    private const string Simplified = "们个买卖里么吗这过还没发货单订后坏换给几时间问题价钱优惠车贵电话号码务员运费税补偿点见说请谢对开关东们样应该为无与从长实现处达迟";

    private static readonly Dictionary<char, char> Same = Make();

    public static string Of(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var raw in text.Normalize(NormalizationForm.FormKC))
        {
            var c = char.ToLowerInvariant(raw);
            if (Same.TryGetValue(c, out var same))
                c = same;
            if (char.IsDigit(c))
                c = '0';
            else if (char.IsWhiteSpace(c))
                c = ' ';
            var last = normal.Length > 0 ? normal[^1] : '\0';
            // Three exclamation marks say more than one, ten say no more than three; a long number is a number.
            var repeats = last == c ? 1 + (normal.Length > 1 && normal[^2] == c ? 1 : 0) : 0;
            if (repeats >= 2 || (c == ' ' && (repeats > 0 || normal.Length == 0)))
                continue;
            normal.Append(c);
        }
        return normal.ToString().TrimEnd();
    }

    private static Dictionary<char, char> Make()
    {
        var same = new Dictionary<char, char> { ['，'] = ',', ['。'] = '.', ['？'] = '?', ['！'] = '!', ['、'] = ',', ['；'] = ',', ['～'] = '~' };
        for (var i = 0; i < Traditional.Length; i++)
            same.TryAdd(Traditional[i], Simplified[i]);
        return same;
    }
}
