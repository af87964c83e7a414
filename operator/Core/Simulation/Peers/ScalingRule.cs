namespace Fleet.Core.Simulation.Peers;

/// <summary>One policy of an HPA's behavior: so many pods, or so many percent, in a period.</summary>
public sealed record ScalingRule(bool Percent, int Value, int PeriodSeconds);
