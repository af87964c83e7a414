namespace Fleet.Core.Simulation;

/// <summary>
/// Pods and one queue in front of them, a second at a time: every turn holds one of a pod's places for a second, a new pod is Pending
/// for half of its start and not Ready for the rest, and scaling down takes the newest pods at once.
/// </summary>
internal sealed class Plant(PodStarts starts, int placesPerPod, int pods)
{
    private readonly List<(long Begun, long ReadyAt)> _starting = [];
    private readonly List<long> _ready = [.. Enumerable.Repeat(-1_000_000L, pods)];
    private readonly LinkedList<(long Second, long Turns)> _line = new();
    private int _started;

    internal int Current => _ready.Count + _starting.Count;

    internal int Ready => _ready.Count;

    internal IReadOnlyList<long> ReadySince => _ready;

    internal IReadOnlyList<(long Begun, long ReadyAt)> Starting => _starting;

    internal long Waiting { get; private set; }

    /// <summary>Turns in places in the last second.</summary>
    internal long Active { get; private set; }

    internal TimeSpan StartTime => starts.P95;

    /// <summary>Serves [second, second+1); gives the turns that began after waiting a second or more.</summary>
    internal long Serve(long second, int arrivals)
    {
        for (var i = _starting.Count - 1; i >= 0; i--)
        {
            if (_starting[i].ReadyAt > second) continue;
            _ready.Add(_starting[i].ReadyAt);
            _starting.RemoveAt(i);
        }

        if (arrivals > 0) _line.AddLast((second, arrivals));
        var (room, slow) = ((long)_ready.Count * placesPerPod, 0L);
        Active = Math.Min(room, Waiting + arrivals);
        Waiting = Waiting + arrivals - Active;
        for (var left = Active; left > 0;)
        {
            var (arrived, turns) = _line.First!.Value;
            var served = Math.Min(left, turns);
            if (second > arrived) slow += served;
            left -= served;
            _line.RemoveFirst();
            if (served < turns) _line.AddFirst((arrived, turns - served));
        }
        return slow;
    }

    internal void Scale(long second, int replicas)
    {
        while (Current < replicas) _starting.Add((second, second + starts.Seconds(_started++)));
        while (Current > replicas)
        {
            var from = _starting.Count > 0;
            if (from) _starting.RemoveAt(_starting.Count - 1);
            else _ready.RemoveAt(_ready.Count - 1);
        }
    }
}
