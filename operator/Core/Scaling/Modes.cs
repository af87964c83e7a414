namespace Fleet.Core.Scaling;

/// <summary>Whether a proposal becomes replicas.</summary>
internal static class Modes
{
    internal static (int Desired, ScalingLimit By) Apply(ScalingPolicy policy, Observation seen, int proposed)
    {
        if (seen.Paused) return (seen.Current, ScalingLimit.Paused);

        return policy.Mode switch
        {
            ScalingMode.Auto => (proposed, ScalingLimit.None),
            // Another autoscaler drives the scale subresource; what the calendar promises holds all the same.
            ScalingMode.External => (Math.Clamp(seen.Requested ?? seen.Current, Limits.Promised(policy, seen), policy.Maximum), ScalingLimit.Mode),
            _ => (seen.Current, ScalingLimit.Mode),
        };
    }
}
