namespace Fleet.Load;

/// <summary>What the customers write.</summary>
internal static class Phrases
{
    /// <summary>One sentence a line of <c>phrases.txt</c>.</summary>
    public static IReadOnlyList<string> All { get; } = Read();

    private static string[] Read()
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream("phrases.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
