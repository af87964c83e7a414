namespace Fleet.Core.Simulation.Peers;

/// <summary>
/// KEDA's cron trigger: reports its replicas inside [from, to) and 1 outside, as an external metric with target 1 beside the load.
/// KEDA's own HPA takes the largest proposal; a failing load metric lets the others raise but not lower.
/// </summary>
public sealed record KedaCron(long From, long To, int Replicas)
{
    public int ValueAt(long second) => second >= From && second < To ? Replicas : 1;

    /// <summary>The largest proposal of several external metrics, each null where it failed; null where nothing may change.</summary>
    public static int? Largest(int? load, int? cron, int current) => (load, cron) switch
    {
        (null, null) => null,
        (null, { } only) => only < current ? null : only,
        ({ } only, null) => only < current ? null : only,
        ({ } one, { } other) => Math.Max(one, other),
    };
}
