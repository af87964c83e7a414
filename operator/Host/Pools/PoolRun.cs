using Fleet.Core.Scaling;

namespace Fleet.Operator.Pools;

/// <summary>What the controller keeps of a pool between two looks; which pods drain stands on the pods themselves.</summary>
internal sealed class PoolRun
{
    public ScalingMemory Memory { get; set; } = ScalingMemory.Empty;

    /// <summary>Time from asking for a pod to Ready, of the latest starts.</summary>
    public Dictionary<string, TimeSpan> Starts { get; } = new(StringComparer.Ordinal);

    /// <summary>p95 of the starts measured; null before the first.</summary>
    public TimeSpan? StartTime => Starts.Count == 0 ? null : Starts.Values.Order().ElementAt((int)Math.Ceiling(Starts.Count * 0.95) - 1);

    public DateTimeOffset NextLook { get; set; } = DateTimeOffset.MinValue;

    public long Generation { get; set; }

    public string LastStatus { get; set; } = "";
}
