namespace Fleet.Core.Simulation.Peers;

/// <summary>`spec.behavior` of an HPA with the defaults of the API filled in.</summary>
public sealed record HpaBehavior(ScalingRules Up, ScalingRules Down)
{
    /// <summary>What the API server makes of `behavior: {}`.</summary>
    public static HpaBehavior Default { get; } = new(
        new(0, false, [new(false, 4, 15), new(true, 100, 15)]),
        new(300, false, [new(true, 100, 15)]));

    /// <summary>Tuned for peaks: up tenfold in a minute, down a tenth of the pods a minute after two minutes.</summary>
    public static HpaBehavior Tuned { get; } = new(
        new(0, false, [new(true, 900, 60)]),
        new(120, false, [new(true, 10, 60)]));
}
