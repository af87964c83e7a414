using System.Text;
using Fleet.Operator.Demand;
using Fleet.Operator.Local.Processes;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>The metrics of all processes as one page: each family once, each sample with the labels <c>pool</c> and <c>pod</c>.</summary>
internal static class GatheredMetrics
{
    /// <summary>Prometheus text.</summary>
    /// <param name="own">What this process says of itself; its samples stay as they are.</param>
    public static string Merge(string own, IEnumerable<(string Pool, string Pod, string Text)> pages)
    {
        var families = new Dictionary<string, (List<string> Heads, List<string> Samples)>(StringComparer.Ordinal);
        foreach (var (pool, pod, text) in pages.Prepend(("", "", own)))
            Add(families, text, pool.Length == 0 ? "" : $"pool=\"{pool}\",pod=\"{pod}\"");
        var merged = new StringBuilder();
        foreach (var (heads, samples) in families.Values)
        {
            foreach (var line in heads.Concat(samples))
                merged.Append(line).Append('\n');
        }
        return merged.ToString();
    }

    /// <summary>Asks every process at once; one that does not answer in time is left out.</summary>
    public static async Task<string> GatherAsync(string own, IEnumerable<LocalPod> pods, AgentDoor door, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(pods.Where(pod => pod.Address is not null).Select(async pod =>
            (pod.Pool, Pod: pod.Name, Text: await door.MetricsAsync(pod.Address!, cancellationToken) ?? "")));
        return Merge(own, pages);
    }

    private static void Add(Dictionary<string, (List<string> Heads, List<string> Samples)> families, string text, string labels)
    {
        var family = "";
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (PrometheusText.FamilyOf(line) is { } named)
                family = named;
            if (line[0] == '#')
            {
                if (!Of(line).Heads.Contains(line))
                    Of(line).Heads.Add(line);
            }
            else
            {
                Of(line).Samples.Add(Labelled(line, labels));
            }
        }

        (List<string> Heads, List<string> Samples) Of(string line)
        {
            var name = family.Length > 0 && (line[0] == '#' || line.StartsWith(family, StringComparison.Ordinal)) ? family : line.Split('{', ' ')[0];
            return families.TryGetValue(name, out var found) ? found : families[name] = ([], []);
        }
    }

    private static string Labelled(string line, string labels)
    {
        if (labels.Length == 0)
            return line;
        var end = line.AsSpan().IndexOfAny('{', ' ');
        return line[end] == '{'
            ? $"{line[..end]}{{{labels}{(line[end + 1] == '}' ? "" : ",")}{line[(end + 1)..]}"
            : $"{line[..end]}{{{labels}}}{line[end..]}";
    }
}
