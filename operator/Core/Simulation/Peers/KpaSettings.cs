namespace Fleet.Core.Simulation.Peers;

/// <summary>What a Knative revision's autoscaler is told; the defaults are those of Knative with a target of 28 of 40.</summary>
public sealed record KpaSettings
{
    public double TargetValue { get; init; } = 28;

    public double TotalValue { get; init; } = 40;

    public double StableWindowSeconds { get; init; } = 60;

    public double PanicThreshold { get; init; } = 2;

    public double MaximumUpRate { get; init; } = 1000;

    public double MaximumDownRate { get; init; } = 2;

    public double BurstCapacity { get; init; } = 211;

    public int ActivationScale { get; init; }

    public double DownDelaySeconds { get; init; }

    public bool Reachable { get; init; } = true;
}
