using System.Globalization;
using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Core.Scaling;

namespace Fleet.Operator.Pools;

/// <summary>The part of an AgentPool's spec that local mode acts on.</summary>
internal sealed record PoolSpec(AgentRole Role, ScalingPolicy Policy, TimeSpan DrainTimeout, TimeSpan? SessionIdle, LoadTarget Target)
{
    private static readonly string[] Fields = ["role", "image", "scaling", "sessions", "model", "dapr", "availability", "rollout", "podTemplate"];
    private static readonly string[] ScalingFields = ["mode", "minReplicas", "maxReplicas", "target", "buffer", "panic", "scaleDown", "forecast"];

    /// <summary>Everything that is wrong, as <c>path: message</c>.</summary>
    public static IEnumerable<string> Check(JsonObject? spec)
    {
        if (spec is null)
            return ["spec: is missing"];
        List<string> wrong = [.. Unknown(spec, "spec", Fields), .. Unknown(spec["scaling"] as JsonObject ?? [], "spec.scaling", ScalingFields)];
        if (!Enum.TryParse<AgentRole>(spec["role"]?.ToString(), out _))
            wrong.Add($"spec.role: is '{spec["role"]}', must be one of {string.Join(", ", Enum.GetNames<AgentRole>())}");
        var (minimum, maximum) = (Whole(spec, "scaling.minReplicas", 2), Whole(spec, "scaling.maxReplicas", 200));
        if (minimum is null or < 0)
            wrong.Add("spec.scaling.minReplicas: must be a whole number, 0 or more");
        if (maximum is null or < 1)
            wrong.Add("spec.scaling.maxReplicas: must be a whole number, 1 or more");
        if (minimum > maximum)
            wrong.Add($"spec.scaling.minReplicas: is {minimum}, more than maxReplicas ({maximum})");
        foreach (var path in new[] { "scaling.panic.window", "scaling.scaleDown.window", "scaling.scaleDown.drainTimeout", "sessions.idleTimeout" })
        {
            if (At(spec, path) is { } text && Duration(text.ToString()) is null)
                wrong.Add($"spec.{path}: is '{text}', must be a duration such as 30s, 5m or 1h");
        }
        if (At(spec, "scaling.mode") is { } mode && !Enum.TryParse<ScalingMode>(mode.ToString(), out _))
            wrong.Add($"spec.scaling.mode: is '{mode}', must be one of {string.Join(", ", Enum.GetNames<ScalingMode>())}");
        if (At(spec, "scaling.target.metric") is { } metric && !Enum.TryParse<LoadTarget>(metric.ToString(), out _))
            wrong.Add($"spec.scaling.target.metric: is '{metric}', must be one of {string.Join(", ", Enum.GetNames<LoadTarget>())}");
        return wrong;
    }

    /// <summary>Of a spec that <see cref="Check"/> finds nothing wrong with.</summary>
    public static PoolSpec Of(JsonObject spec)
    {
        var calm = new ScalingPolicy();
        return new(
            Enum.Parse<AgentRole>(spec["role"]!.ToString()),
            calm with
            {
                Mode = Enum.TryParse<ScalingMode>(At(spec, "scaling.mode")?.ToString(), out var mode) ? mode : ScalingMode.Auto,
                Minimum = Whole(spec, "scaling.minReplicas", 2)!.Value,
                Maximum = Whole(spec, "scaling.maxReplicas", 200)!.Value,
                PerReplica = Whole(spec, "scaling.target.perReplica", 40)!.Value,
                UtilizationPercent = Whole(spec, "scaling.target.utilization", 70)!.Value,
                BufferPercent = Whole(spec, "scaling.buffer.percent", 20)!.Value,
                BufferReplicas = At(spec, "scaling.buffer.replicas") is null ? null : Whole(spec, "scaling.buffer.replicas", 0),
                PanicWindow = Time(spec, "scaling.panic.window", calm.PanicWindow),
                PanicThresholdPercent = Whole(spec, "scaling.panic.threshold", 200)!.Value,
                DownWindow = Time(spec, "scaling.scaleDown.window", calm.DownWindow),
                DownPercentPerMinute = Whole(spec, "scaling.scaleDown.maxPercentPerMinute", 10)!.Value,
                StableWindow = Min(calm.StableWindow, Time(spec, "scaling.scaleDown.window", calm.DownWindow)),
            },
            Time(spec, "scaling.scaleDown.drainTimeout", TimeSpan.FromSeconds(120)),
            At(spec, "sessions.idleTimeout") is { } idle ? Duration(idle.ToString()) : null,
            Enum.TryParse<LoadTarget>(At(spec, "scaling.target.metric")?.ToString(), out var target) ? target : LoadTarget.Turns);
    }

    private static IEnumerable<string> Unknown(JsonObject json, string path, string[] known) => json.Select(field => field.Key).Except(known)
        .Select(field => Commands.Spelling.Nearest(field, known) is { } near ? $"{path}.{field}: is no field. Did you mean {near}?" : $"{path}.{field}: is no field");

    private static JsonNode? At(JsonObject json, string path) => path.Split('.').Aggregate((JsonNode?)json, (node, name) => (node as JsonObject)?[name]);

    private static int? Whole(JsonObject json, string path, int missing) => At(json, path) switch
    {
        null => missing,
        var node => int.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
    };

    private static TimeSpan Time(JsonObject json, string path, TimeSpan missing) => Duration(At(json, path)?.ToString() ?? "") ?? missing;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan? Duration(string text)
    {
        var (unit, scale) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => ("ms", TimeSpan.FromMilliseconds(1)),
            _ when text.EndsWith('s') => ("s", TimeSpan.FromSeconds(1)),
            _ when text.EndsWith('m') => ("m", TimeSpan.FromMinutes(1)),
            _ when text.EndsWith('h') => ("h", TimeSpan.FromHours(1)),
            _ => ("", TimeSpan.Zero),
        };
        return unit.Length > 0 && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? scale * number
            : null;
    }
}
