using Fleet.Core.Peaks;
using Fleet.Core.Scaling;

namespace Fleet.Core.Simulation;

/// <summary>What is rehearsed.</summary>
/// <param name="Epoch">Instant of the first second of the trace.</param>
/// <param name="StartSeconds">Median time that a pod takes to become Ready.</param>
public sealed record SimulationSetup(
    LoadTrace Trace, ScalingPolicy Policy, IReadOnlyList<CalendarEntry> Peaks, DateTimeOffset Epoch, double StartSeconds = 8, int Seed = 1);
