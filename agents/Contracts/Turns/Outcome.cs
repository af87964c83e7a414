namespace Fleet.Contracts.Turns;

/// <summary>How one task of a turn ended.</summary>
public enum Outcome { Resolved, NeedsInfo, NeedsConfirmation, Refused, HandedOver, Failed }
