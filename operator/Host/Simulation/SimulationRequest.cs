using System.Globalization;
using System.Text.Json.Nodes;
using Fleet.Core.Manifests;
using Fleet.Core.Peaks;
using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using Fleet.Core.Simulation;
using Fleet.Operator.Commands;
using YamlDotNet.Core;

namespace Fleet.Operator.Simulation;

/// <summary>The command line of a rehearsal as what the simulator takes.</summary>
internal static class SimulationRequest
{
    internal static SimulationSetup Read(Arguments arguments, int peakReplicas)
    {
        var policy = arguments["--pool"] is { } pool ? Policy(pool) : new();
        var seed = Whole(arguments, "--seed", 1);
        var peak = peakReplicas * policy.PerReplica * policy.UtilizationPercent / 100;
        var (trace, opens) = (arguments["--trace"], arguments["--shape"]) switch
        {
            ({ } file, null) => (Trace(file, peak, seed), 0),
            (null, { } shape) => (LoadShape.Of(shape, peak, seed)
                ?? throw new UsageException($"--shape {shape}: give one of {string.Join(", ", LoadShape.Names)}"), shape == "double11" ? LoadShape.SaleOpens : 0),
            _ => throw new UsageException("give either --trace FILE.csv or --shape NAME"),
        };
        IReadOnlyList<CalendarEntry> peaks = arguments["--peak"] is { } manifest ? [Peak(manifest)] : [];
        return new(trace, policy, peaks, Epoch(arguments, peaks, opens), Whole(arguments, "--start-seconds", 8), seed);
    }

    internal static int Whole(Arguments arguments, string option, int missing) => arguments[option] is not { } text ? missing
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0 ? whole
        : throw new UsageException($"{option} {text}: give a whole number over 0");

    /// <summary>Where nothing is said, the trace begins so that the peak opens where the shape does, or an hour before the peak.</summary>
    private static DateTimeOffset Epoch(Arguments arguments, IReadOnlyList<CalendarEntry> peaks, int opens)
    {
        if (arguments["--begin"] is { } text)
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var begin)
                ? begin
                : throw new UsageException($"--begin {text}: give an instant such as 2026-11-10T19:00:00+08:00");
        }

        var usual = new DateTimeOffset(2026, 11, 10, 11, 0, 0, TimeSpan.Zero);
        return peaks.Count > 0 && Core.Peaks.Calendar.Windows(peaks[0], usual).FirstOrDefault() is { } window
            ? window.Start.AddSeconds(-(opens > 0 ? opens : 3600))
            : usual;
    }

    private static LoadTrace Trace(string file, double peak, int seed)
    {
        try
        {
            return LoadTrace.Parse(Path.GetFileNameWithoutExtension(file), Lines(file), peak, seed);
        }
        catch (FormatException wrong)
        {
            throw new FailureException(wrong.Message, wrong);
        }
    }

    private static ScalingPolicy Policy(string file)
    {
        var (one, wrong) = ManifestReader.Read(Manifest(file));
        return one switch
        {
            AgentPool pool => pool.Spec.Policy(),
            null => throw new FailureException($"{file}: {string.Join("; ", wrong)}"),
            _ => throw new FailureException($"{file}: kind: is '{one.Kind}', must be AgentPool"),
        };
    }

    private static CalendarEntry Peak(string file)
    {
        var (one, wrong) = ManifestReader.Read(Manifest(file));
        return one switch
        {
            SalesPeak peak => peak.Entry(),
            null => throw new FailureException($"{file}: {string.Join("; ", wrong)}"),
            _ => throw new FailureException($"{file}: kind: is '{one.Kind}', must be SalesPeak"),
        };
    }

    private static JsonObject Manifest(string file)
    {
        try
        {
            return YamlDocument.Read(string.Join('\n', Lines(file))).Select(document => document.Json).FirstOrDefault()
                ?? throw new FailureException($"{file}: holds no manifest");
        }
        catch (YamlException broken)
        {
            throw new FailureException($"{file}: {broken.Message}", broken);
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{file} cannot be read: {missing.Message}", missing);
        }
    }
}
