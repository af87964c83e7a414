namespace Fleet.Core.Simulation.Peers;

/// <summary>One direction of an HPA's behavior.</summary>
/// <param name="WindowSeconds">Stabilization window.</param>
/// <param name="TakeLeast">`selectPolicy: Min`.</param>
public sealed record ScalingRules(int WindowSeconds, bool TakeLeast, IReadOnlyList<ScalingRule> Rules);
