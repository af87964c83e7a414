using Fleet.Agents.Observability;
using Fleet.Contracts.Agents;

namespace Fleet.Agents.Roles;

/// <summary>Whether this process is on its way out: readiness goes off, what runs is finished, WebSocket clients are sent elsewhere.</summary>
internal sealed class Drain(TurnGate gate, OpenConversations open)
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Draining => _asked.Task.IsCompleted;

    /// <summary>Nothing is left that a stop would cut off.</summary>
    public bool Idle => gate.Busy == 0 && open.Sockets == 0;

    public void Begin() => _asked.TrySetResult();

    public Task WhenAskedAsync(CancellationToken cancellationToken) => _asked.Task.WaitAsync(cancellationToken);

    public object State => new { Draining, Turns = gate.Busy, Conversations = open.Sockets };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AgentEndpoints.Drain, (Drain drain) => drain.State);
        routes.MapPost(AgentEndpoints.Drain, async (Drain drain, TimeProvider time, CancellationToken cancellationToken, int waitSeconds = 0) =>
        {
            drain.Begin();
            // The preStop hook asks to wait; a stop that comes anyway finishes the turns as well.
            var until = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(waitSeconds, 0, 600));
            while (!drain.Idle && time.GetUtcNow() < until)
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            return drain.State;
        });
    }
}
