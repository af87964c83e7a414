namespace Fleet.Core.Scaling;

/// <summary>Replicas that a calendar entry asks for at this instant.</summary>
/// <param name="Source">Name of the peak, as the status shows it.</param>
public sealed record Floor(string Source, int Replicas);
