namespace Fleet.Agents.Skills;

/// <summary>Variant words of the catalog in English; the catalog itself is Chinese.</summary>
internal static class Words
{
    public static string? Color(string? chinese) => chinese switch
    {
        "红色" => "red", "蓝色" => "blue", "黑色" => "black", "白色" => "white", "灰色" => "grey", "粉色" => "pink",
        "米色" => "beige", "绿色" => "green", "棕色" => "brown", _ => chinese,
    };
}
