namespace Fleet.Core.Peaks;

/// <summary>Where a peak stands at an instant.</summary>
public enum PeakPhase { Scheduled, Warming, Active, RampingDown, Done, Invalid }
