namespace Fleet.Core.Simulation.Peers;

/// <summary>What an HPA and its controller are told.</summary>
/// <param name="Behavior">Null where the object has none: the controller then takes an older path with other rules.</param>
public sealed record HpaSettings(
    int Minimum, int Maximum, double ToleranceUp, double ToleranceDown, int DownWindowSeconds, HpaBehavior? Behavior);
