namespace Fleet.Core.Scaling;

/// <summary>Stable codes of what may ask for replicas; they name the winner in status, log and metric.</summary>
public enum CandidateKind { Minimum, Load, Buffer, Panic, Floor, ErlangC, Forecast, Requested, Current }
