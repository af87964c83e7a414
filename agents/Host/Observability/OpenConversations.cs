using System.Collections.Concurrent;
using Fleet.Contracts.Agents;

namespace Fleet.Agents.Observability;

/// <summary>Counts open WebSocket conversations and those with a turn in the last minute.</summary>
internal sealed class OpenConversations(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();
    private int _sockets;

    /// <summary>Conversations open now.</summary>
    public int Count => _seen.Count + Sockets;

    /// <summary>WebSockets open now: what a drain must wait for.</summary>
    public int Sockets => Volatile.Read(ref _sockets);

    public void Touch(string conversation) => _seen[conversation] = time.GetUtcNow();

    public void Opened() => Interlocked.Increment(ref _sockets);

    public void Closed() => Interlocked.Decrement(ref _sockets);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var oldest = time.GetUtcNow() - StaysOpen;
            foreach (var old in _seen.Where(s => s.Value < oldest))
                _seen.TryRemove(old);
            AgentMetrics.Load.WithLabels(LoadMetric.ConversationsOpen).Set(Count);
        }
    }
}
