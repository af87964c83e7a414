using Microsoft.Extensions.Options;

namespace Fleet.Agents.Roles;

/// <summary>SIGTERM drains before the server stops listening: what was accepted is answered.</summary>
internal sealed class DrainAtStop(Drain drain, IOptions<AgentOptions> options, TimeProvider time) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        drain.Begin();
        var until = time.GetUtcNow() + options.Value.DrainTimeout;
        while (!drain.Idle && time.GetUtcNow() < until)
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, CancellationToken.None);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
