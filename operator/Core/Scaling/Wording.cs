using System.Globalization;

namespace Fleet.Core.Scaling;

/// <summary>The sentence that `kubectl describe` shows.</summary>
internal static class Wording
{
    internal static string Of(
        ScalingDecision decision, ScalingPolicy policy, Observation seen, Candidate winner, ScalingMemory memory, DateTimeOffset now)
    {
        var move = decision.Desired.CompareTo(seen.Current) switch
        {
            > 0 => Say($"up from {seen.Current} to {decision.Desired}"),
            < 0 => Say($"down from {seen.Current} to {decision.Desired}"),
            _ => Say($"stays at {decision.Desired}"),
        };
        var limits = string.Join("; ", Enum.GetValues<ScalingLimit>()
            .Where(limit => limit != ScalingLimit.None && decision.LimitedBy.HasFlag(limit))
            .Select(limit => Limit(limit, decision, policy, seen, memory, now)));

        return Say($"{move}: {winner.Kind} asks for {winner.Replicas} ({winner.Inputs}){(limits.Length > 0 ? "; " : "")}{limits}");
    }

    private static string Limit(
        ScalingLimit limit, ScalingDecision decision, ScalingPolicy policy, Observation seen, ScalingMemory memory, DateTimeOffset now) => limit switch
    {
        ScalingLimit.Maximum => Say($"maxReplicas is {policy.Maximum}"),
        ScalingLimit.UpPace => Say($"at most {policy.UpFactor:0.#} times or {policy.UpReplicas} more in {policy.UpPeriod.TotalSeconds:0} s"),
        ScalingLimit.FailingStarts => Say($"{seen.Failing} pods fail to start, more would not help"),
        ScalingLimit.DownWindow => Say($"up to {memory.Answers.Select(entry => entry.Replicas).DefaultIfEmpty(0).Max()} were needed in the last {policy.DownWindow.TotalSeconds:0} s"),
        ScalingLimit.DownPace => Say($"at most {policy.DownPercentPerMinute:0.#} % go in a minute"),
        ScalingLimit.Panic => $"nothing is lowered in panic",
        ScalingLimit.Unknown => Say($"nothing is lowered while the demand is unknown (for {(now - (memory.UnknownSince ?? now)).TotalSeconds:0} s)"),
        ScalingLimit.ColdStart => Say($"nothing is lowered before {policy.DownWindow.TotalSeconds:0} s of demand are known without a gap"),
        ScalingLimit.Mode when policy.Mode == ScalingMode.External => "mode External: the scale subresource decides",
        ScalingLimit.Mode => Say($"mode {policy.Mode}: would be {decision.Proposed}"),
        ScalingLimit.Paused => Say($"paused by annotation: would be {decision.Proposed}"),
        _ => limit.ToString(),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
