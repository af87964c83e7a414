namespace Fleet.Core.Scaling;

/// <summary>Share of work that begins within a time, e.g. 97 % within 20 s.</summary>
/// <param name="Percent">Over 0, under 100.</param>
/// <param name="Within">Longest wait that still counts; not negative.</param>
public sealed record ServiceLevel(double Percent, TimeSpan Within);
