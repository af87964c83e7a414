using System.Runtime.CompilerServices;

namespace Fleet.TestKit;

/// <summary>Compares text with a file beside the test; <c>FLEET_ACCEPT=1</c> writes the file, except in CI.</summary>
public static class Snapshot
{
    /// <summary>Fails with the first line that differs and leaves <c>*.received</c> beside the expected file.</summary>
    /// <param name="actual">What was made.</param>
    /// <param name="path">The expected file; relative paths start at the folder of the calling test.</param>
    public static void Matches(string actual, string path, [CallerFilePath] string caller = "")
    {
        var file = Path.IsPathRooted(path) ? path : Path.Combine(Path.GetDirectoryName(caller)!, path);
        var received = file + ".received";
        var wanted = File.Exists(file) ? Normal(File.ReadAllText(file)) : null;
        var got = Normal(actual);
        if (wanted == got)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("FLEET_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, got);
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(received, got);
        throw new SnapshotException(wanted is null ? $"{file} does not exist; see {received}" : FirstDifference(file, wanted, got));
    }

    private static string FirstDifference(string file, string wanted, string got)
    {
        var left = wanted.Split('\n');
        var right = got.Split('\n');
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => At(left, i) != At(right, i));
        return $"{file}:{line + 1}\n  expected: {At(left, line)}\n  received: {At(right, line)}";
    }

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of file)";

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}

/// <summary>A snapshot differs.</summary>
public sealed class SnapshotException(string message) : Exception(message);
