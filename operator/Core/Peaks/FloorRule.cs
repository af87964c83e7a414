using Fleet.Core.Scaling;

namespace Fleet.Core.Peaks;

/// <summary>How many replicas a peak asks for: the largest of what is given.</summary>
public sealed record FloorRule(int? Replicas = null, double? Multiplier = null, ExpectedLoad? Expected = null)
{
    /// <param name="baseline">Replicas of a usual time like this one, learned or the minimum.</param>
    /// <param name="perReplica">Conversations or calls that one replica holds at once.</param>
    public int For(int baseline, double perReplica)
    {
        var multiplied = (Multiplier ?? 0) * baseline;
        var sized = Expected is { } expected ? expected.Places() / Math.Max(1, perReplica) : 0;
        return (int)Math.Min(1_000_000, Math.Max(Replicas ?? 0, Math.Max(Math.Ceiling(multiplied - 1e-9), Math.Ceiling(sized))));
    }
}

/// <summary>What a planner of the shop knows beforehand.</summary>
public sealed record ExpectedLoad(double ConversationsPerHour, TimeSpan AverageHandleTime, ServiceLevel ServiceLevel)
{
    /// <summary>Places needed at once for the service level, by Erlang C.</summary>
    public int Places() => ErlangC.Servers(ConversationsPerHour * AverageHandleTime.TotalHours, AverageHandleTime, ServiceLevel);
}
