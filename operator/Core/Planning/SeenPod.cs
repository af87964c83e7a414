namespace Fleet.Core.Planning;

/// <summary>A pod of a pool as the planner sees it.</summary>
/// <param name="DrainingSince">When it was asked to finish; null while it takes work.</param>
/// <param name="ReleasedAt">When its place was given back by lowering replicas.</param>
/// <param name="Work">Turns and conversations it still holds; null when it does not answer.</param>
/// <param name="Cost">Its deletion cost.</param>
public sealed record SeenPod(
    string Name, bool Ready, bool Failing = false, bool Ending = false, DateTimeOffset? StartedAt = null, DateTimeOffset? DrainingSince = null,
    DateTimeOffset? ReleasedAt = null, double? Work = null, bool HasSidecar = true, int Cost = 0)
{
    /// <summary>Takes work, or will.</summary>
    public bool Working => !Ending && DrainingSince is null;
}
