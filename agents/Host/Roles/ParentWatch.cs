using Microsoft.Extensions.Options;

namespace Fleet.Agents.Roles;

/// <summary>Ends the process when its standard input ends, so that a parent that was killed leaves nothing behind.</summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime, IOptions<AgentOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.ExitWithParent)
            return;
        await Task.Yield();
        await using var input = Console.OpenStandardInput();
        var nothing = new byte[64];
        while (await input.ReadAsync(nothing, stoppingToken) > 0)
        {
            // What the parent writes is of no interest.
        }
        lifetime.StopApplication();
    }
}
