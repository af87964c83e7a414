using Fleet.Core.Scaling;

namespace Fleet.Core.Peaks;

/// <summary>The calendar of a pool at one instant.</summary>
/// <param name="Floors">What is in force; the autoscaler takes the largest.</param>
/// <param name="NextEdge">When this view changes by itself; null when never.</param>
/// <param name="Peaks">Every entry with its phase.</param>
public sealed record CalendarView(IReadOnlyList<Floor> Floors, DateTimeOffset? NextEdge, IReadOnlyList<PeakState> Peaks);

/// <summary>One entry at one instant.</summary>
/// <param name="Window">The window that counts now or next; null when none is left or the entry is invalid.</param>
/// <param name="Problem">Why the entry is invalid, in words; null when it is sound.</param>
public sealed record PeakState(string Name, PeakPhase Phase, int Floor, PeakWindow? Window, string? Problem);
