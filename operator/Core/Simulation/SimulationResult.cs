namespace Fleet.Core.Simulation;

/// <summary>How one policy did.</summary>
/// <param name="OverloadedSeconds">Seconds that ended with turns waiting.</param>
/// <param name="SlowTurns">Turns that waited a second or more for a place.</param>
/// <param name="PodHours">Starting pods included.</param>
/// <param name="DirectionChanges">Times the replicas turned from up to down or back.</param>
/// <param name="RecoverSeconds">Longest stretch with turns waiting.</param>
/// <param name="Replicas">Wanted replicas, and <paramref name="Ready"/> ready ones, for every second.</param>
public sealed record SimulationResult(
    string Name, int OverloadedSeconds, long SlowTurns, long Turns, double PodHours, int DirectionChanges, int RecoverSeconds,
    IReadOnlyList<int> Replicas, IReadOnlyList<int> Ready);
