namespace Fleet.Core.Scaling;

/// <summary>One voice in a decision.</summary>
/// <param name="Replicas">What it asks for, before any limit.</param>
/// <param name="Inputs">The numbers that it was computed from, as a short sentence.</param>
/// <param name="Lost">Why it did not win; null for the winner.</param>
public sealed record Candidate(CandidateKind Kind, int Replicas, string Inputs, string? Lost);
