namespace Fleet.Language;

/// <summary>Chinese, English, or neither, by the script of the letters; a message of few letters keeps the language of the talk.</summary>
internal static class LanguageDetector
{
    public static string Of(string text, string? hint)
    {
        int chinese = 0, latin = 0, other = 0;
        foreach (var c in text)
        {
            if (c is >= '\u4e00' and <= '\u9fff')
                chinese++;
            else if (char.IsAsciiLetter(c))
                latin++;
            else if (char.IsLetter(c))
                other++;
        }
        // A Chinese character says as much as a short English word: 我要退 iPhone 充电器 is Chinese.
        return (chinese * 4 >= latin, chinese + latin + other) switch
        {
            _ when other > chinese + latin => "und",
            (_, 0) => hint ?? "zh",
            (true, _) => "zh",
            (_, <= 3) => hint ?? "en",
            _ => "en",
        };
    }
}
