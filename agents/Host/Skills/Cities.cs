namespace Fleet.Agents.Skills;

/// <summary>Names of cities in English replies.</summary>
internal static class Cities
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["北京"] = "Beijing", ["上海"] = "Shanghai", ["广州"] = "Guangzhou", ["深圳"] = "Shenzhen", ["杭州"] = "Hangzhou", ["成都"] = "Chengdu",
        ["武汉"] = "Wuhan", ["西安"] = "Xi'an", ["南京"] = "Nanjing", ["青岛"] = "Qingdao",
    };

    /// <summary>The English name, or the Chinese one where none is known.</summary>
    public static string English(string chinese) => Names.GetValueOrDefault(chinese.TrimEnd('市'), chinese);
}
