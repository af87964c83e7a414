namespace Fleet.Core.Simulation.Recordings;

/// <summary>What comparing one recorded file with a model gave.</summary>
/// <param name="Lines">Ticks or calls compared.</param>
/// <param name="Differences">Lines with a difference, each described.</param>
public sealed record RecordingResult(int Lines, IReadOnlyList<string> Differences);
