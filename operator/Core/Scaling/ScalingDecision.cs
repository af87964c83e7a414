namespace Fleet.Core.Scaling;

/// <summary>How many replicas a pool gets, and why.</summary>
public sealed record ScalingDecision
{
    /// <summary>Replicas to write; equal to the observed ones when nothing is to be done.</summary>
    public required int Desired { get; init; }

    /// <summary>What Auto would have written; differs from <see cref="Desired"/> in the other modes and while paused.</summary>
    public required int Proposed { get; init; }

    /// <summary>The largest candidate, before all limits.</summary>
    public required int Unbounded { get; init; }

    public required CandidateKind Winner { get; init; }

    /// <summary>One sentence for status, log and event.</summary>
    public required string Reason { get; init; }

    public required IReadOnlyList<Candidate> Candidates { get; init; }

    public required ScalingLimit LimitedBy { get; init; }

    public required bool DemandKnown { get; init; }

    public required bool InPanic { get; init; }

    /// <summary>When to decide again if nothing happens before.</summary>
    public required DateTimeOffset NextLook { get; init; }
}
