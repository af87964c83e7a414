using System.Globalization;

namespace Fleet.Operator.Demand;

/// <summary>Reads the samples of Prometheus' text format 0.0.4.</summary>
internal static class PrometheusText
{
    /// <summary>One sample.</summary>
    internal readonly record struct Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

    /// <summary>The samples whose names are asked for; a line that cannot be read is left out.</summary>
    public static IEnumerable<Sample> Read(string text, params IReadOnlyCollection<string> names)
    {
        foreach (var range in text.Split('\n'))
        {
            var line = range.Trim();
            if (line.Length > 0 && line[0] != '#' && names.Any(name => line.StartsWith(name, StringComparison.Ordinal)) && Parse(line) is { } sample && names.Contains(sample.Name))
                yield return sample;
        }
    }

    /// <summary>The family that a <c># HELP</c> or <c># TYPE</c> line speaks of; null for other lines.</summary>
    public static string? FamilyOf(string line) =>
        line.StartsWith("# HELP ", StringComparison.Ordinal) || line.StartsWith("# TYPE ", StringComparison.Ordinal) ? line.Split(' ', 4)[2] : null;

    private static Sample? Parse(string line)
    {
        var nameEnd = line.AsSpan().IndexOfAny('{', ' ');
        if (nameEnd <= 0)
            return null;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = nameEnd;
        if (line[at] == '{')
        {
            at++;
            while (at < line.Length && line[at] != '}')
            {
                var equals = line.IndexOf('=', at);
                if (equals < 0 || equals + 1 >= line.Length || line[equals + 1] != '"')
                    return null;
                var name = line[at..equals].Trim(' ', ',');
                var value = new System.Text.StringBuilder();
                for (at = equals + 2; at < line.Length && line[at] != '"'; at++)
                    value.Append(line[at] == '\\' && at + 1 < line.Length ? line[++at] is 'n' ? '\n' : line[at] : line[at]);
                labels[name] = value.ToString();
                at++;
                if (at < line.Length && line[at] == ',')
                    at++;
            }
            at++;
        }
        var rest = at < line.Length ? line[at..].Trim().Split(' ')[0] : "";
        return Number(rest) is { } number ? new(line[..nameEnd], labels, number) : null;
    }

    private static double? Number(string text) => text switch
    {
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
    };
}
