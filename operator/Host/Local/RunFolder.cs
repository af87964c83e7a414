using System.Diagnostics;
using System.Globalization;

namespace Fleet.Operator.Local;

/// <summary>A folder for the logs and the shop of one run, gone after it. What a run that was ended with -9 left is taken by the next.</summary>
internal sealed class RunFolder : IDisposable
{
    private const string Prefix = "fleet-up-";

    public RunFolder()
    {
        Sweep();
        Path = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
        Logs = Directory.CreateDirectory(System.IO.Path.Combine(Path, "logs")).FullName;
        Shop = System.IO.Path.Combine(Path, "shop.db");
    }

    public string Path { get; }

    public string Logs { get; }

    public string Shop { get; }

    public void Dispose() => Delete(Path);

    private static void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            var owner = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !Runs(process))
                Delete(folder);
        }
    }

    private static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Somebody reads a log, or it is another user's; the system's cleaning of temporary files takes the rest.
        }
    }
}
