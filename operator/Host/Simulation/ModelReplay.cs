using Fleet.Core.Simulation.Recordings;

namespace Fleet.Operator.Simulation;

/// <summary>Replays a folder of recorded decisions through the models and prints one line a policy: `policy lines differences`.</summary>
internal static class ModelReplay
{
    /// <returns>0 when nothing differs, 1 otherwise.</returns>
    internal static int Run(string folder, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            errors.WriteLine($"--models {folder}: no such folder; it has to hold one folder a policy with *.jsonl files");
            return 2;
        }

        var different = 0;
        foreach (var policy in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var files = Directory.GetFiles(policy, "*.jsonl").Order(StringComparer.Ordinal).ToList();
            if (files.Count == 0) continue;
            cancellationToken.ThrowIfCancellationRequested();

            var name = Path.GetFileName(policy);
            var results = files.Select(file => (File: Path.GetFileName(file), Result: Recording.Compare(name, File.ReadLines(file)))).ToList();
            output.WriteLine($"{name} {results.Sum(one => one.Result.Lines)} {results.Sum(one => one.Result.Differences.Count)}");
            foreach (var difference in results.SelectMany(one => one.Result.Differences.Take(5).Select(what => $"{name}/{one.File} {what}")))
                errors.WriteLine(difference);
            different += results.Sum(one => one.Result.Differences.Count);
        }
        return different == 0 ? 0 : 1;
    }
}
