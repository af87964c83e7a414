using Fleet.Agents.Roles;
using Fleet.Contracts.Agents;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Observability;

/// <summary>Lets a bounded number of turns work at once, and says how many work and wait.</summary>
internal sealed class TurnGate : IDisposable
{
    private readonly SemaphoreSlim _places;
    private readonly int _mostWaiting;
    private int _active;
    private int _waiting;

    public TurnGate(IOptions<AgentOptions> options)
    {
        _places = new(options.Value.ConcurrentTurns);
        _mostWaiting = options.Value.WaitingTurns;
        AgentMetrics.Load.WithLabels(LoadMetric.TurnsActive).Set(0);
        AgentMetrics.Load.WithLabels(LoadMetric.TurnsWaiting).Set(0);
        AgentMetrics.Load.WithLabels(LoadMetric.ConversationsOpen).Set(0);
        AgentMetrics.Load.WithLabels(LoadMetric.CallsActive).Set(0);
    }

    /// <summary>Turns accepted and not yet answered.</summary>
    public int Busy => Volatile.Read(ref _active) + Volatile.Read(ref _waiting);

    /// <summary>Runs <paramref name="turn"/> when there is a place; null when too many wait already.</summary>
    public async Task<T?> RunAsync<T>(Func<Task<T>> turn, CancellationToken cancellationToken)
        where T : class
    {
        if (!_places.Wait(0, CancellationToken.None))
        {
            if (Volatile.Read(ref _waiting) >= _mostWaiting)
                return null;
            Count(ref _waiting, 1, LoadMetric.TurnsWaiting);
            try
            {
                await _places.WaitAsync(cancellationToken);
            }
            finally
            {
                Count(ref _waiting, -1, LoadMetric.TurnsWaiting);
            }
        }
        Count(ref _active, 1, LoadMetric.TurnsActive);
        try
        {
            return await turn();
        }
        finally
        {
            Count(ref _active, -1, LoadMetric.TurnsActive);
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private static void Count(ref int counter, int by, string metric) =>
        AgentMetrics.Load.WithLabels(metric).Set(Interlocked.Add(ref counter, by));
}
