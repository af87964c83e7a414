using System.Globalization;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>Counts lines and collects the differing ones.</summary>
internal sealed class Comparison
{
    private readonly List<string> _differences = [];
    private int _lines;

    internal RecordingResult Result => new(_lines, _differences);

    /// <summary>One line: names with the recorded and the model's value.</summary>
    internal void Line(string where, params (string Name, object? Recorded, object? Model)[] values)
    {
        _lines++;
        var different = values.Where(value => !Equals(value.Recorded, value.Model)).ToList();
        if (different.Count == 0) return;

        _differences.Add($"{where}: {string.Join(", ", different.Select(value => string.Create(CultureInfo.InvariantCulture,
            $"{value.Name} recorded {value.Recorded ?? "null"}, model {value.Model ?? "null"}")))}");
    }
}
