namespace Fleet.Operator.Local;

/// <summary>A folder for the logs and the shop of one run, gone after it unless something failed that its logs explain.</summary>
internal sealed class RunFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("fleet-").FullName;

    public string Logs => Directory.CreateDirectory(System.IO.Path.Combine(Path, "logs")).FullName;

    public string Shop => System.IO.Path.Combine(Path, "shop.db");

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Somebody reads a log; the system's cleaning of temporary files takes the rest.
        }
    }
}
