using Fleet.Core.Peaks;
using Fleet.Core.Scaling;

namespace Fleet.Core.Simulation;

/// <summary>The real decision code.</summary>
internal sealed class FleetContestant(ScalingPolicy policy, IReadOnlyList<CalendarEntry> peaks, DateTimeOffset epoch) : IContestant
{
    private readonly Queue<int> _arrivals = new();
    private ScalingMemory _memory = ScalingMemory.Empty;

    public string Name => "fleet";

    public int Period => 2;

    public void Sample(long second, Plant plant, int arrivals)
    {
        _arrivals.Enqueue(arrivals);
        if (_arrivals.Count > 2) _arrivals.Dequeue();
    }

    public int Decide(long second, Plant plant)
    {
        var now = epoch.AddSeconds(second);
        var calendar = Calendar.FloorsAt(peaks, policy.Minimum, policy.PerReplica, now);
        var seen = new Observation
        {
            Demand = new(plant.Active, plant.Waiting, _arrivals.Average(), TimeSpan.FromSeconds(1)),
            Current = plant.Current,
            Ready = plant.Ready,
            Starting = plant.Starting.Count,
            StartTime = plant.StartTime,
            Floors = calendar.Floors,
            NextCalendarEdge = calendar.NextEdge,
        };
        (var decision, _memory) = Autoscaler.Decide(policy, _memory, seen, now);
        return decision.Desired;
    }
}
