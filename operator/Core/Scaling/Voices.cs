namespace Fleet.Core.Scaling;

/// <summary>The candidates, each with its numbers.</summary>
internal static class Voices
{
    internal static Candidates Of(ScalingPolicy policy, ScalingMemory memory, Observation seen, Need need, DateTimeOffset now)
    {
        _ = (memory, now);
        var voices = new Candidates();
        if (need.Known) AddMeasured(voices, policy, need);
        foreach (var floor in seen.Floors.OrderByDescending(floor => floor.Replicas).ThenBy(floor => floor.Source, StringComparer.Ordinal))
            voices.Add(CandidateKind.Floor, floor.Replicas, $"peak {floor.Source}");
        voices.Add(CandidateKind.Minimum, policy.Minimum, $"minReplicas");
        if (!need.Known) voices.Add(CandidateKind.Current, Math.Min(seen.Current, policy.Maximum), $"demand unknown: {seen.UnknownBecause ?? "no sound reading"}");
        return voices;
    }

    /// <summary>Largest of the candidates that come from the demand alone; what the scale-down window remembers.</summary>
    internal static int Measured(ScalingPolicy policy, Need need)
    {
        var voices = new Candidates();
        AddMeasured(voices, policy, need);
        return voices.Largest;
    }

    private static void AddMeasured(Candidates voices, ScalingPolicy policy, Need need)
    {
        var target = policy.TargetPerReplica;
        voices.Add(CandidateKind.Load, need.Stable / target,
            $"mean of {policy.StableWindow.TotalSeconds:0} s {need.Stable:0.#} at {target:0.#} a replica");

        if (policy.BufferReplicas is { } spare)
        {
            voices.Add(CandidateKind.Buffer, Math.Ceiling(need.Now / policy.PerReplica) + spare,
                $"now {need.Now:0.#} at {policy.PerReplica:0.#} a replica, {spare} replicas free");
        }
        else
        {
            voices.Add(CandidateKind.Buffer, need.Now / (policy.PerReplica * (1 - policy.BufferPercent / 100)),
                $"now {need.Now:0.#} at {policy.PerReplica:0.#} a replica, {policy.BufferPercent:0.#} % free");
        }

        voices.Add(CandidateKind.Panic, need.Short / target,
            $"mean of {policy.PanicWindow.TotalSeconds:0} s {need.Short:0.#} at {target:0.#} a replica",
            need.InPanic ? null : "not in panic");

        if (policy.ServiceLevel is { } level && need.Offered > 0)
        {
            voices.Add(CandidateKind.ErlangC, ErlangC.Servers(need.Offered, need.Hold, level, (int)Math.Min(policy.Maximum * policy.PerReplica, 100_000)) / policy.PerReplica,
                $"{need.Offered:0.#} Erlang, {level.Percent:0.#} % within {level.Within.TotalSeconds:0.#} s");
        }
    }
}
