namespace Fleet.TestKit;

/// <summary>Where the sources are, for tests that read files of the tree.</summary>
public static class Repository
{
    /// <summary>The folder of Fleet.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Fleet.sln")) ? folder : Find(Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("Fleet.sln not found above " + AppContext.BaseDirectory));
}
