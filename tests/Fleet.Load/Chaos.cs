using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Fleet.Load;

/// <summary>Ends parts of the fleet with -9 while it works: five times in a run, or every minute in a long one.</summary>
internal sealed class Chaos(LoadOptions options, HttpClient http, StartedFleet? fleet, Tally tally)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(60, options.Minutes * 60 / 6));
        try
        {
            for (var i = 0; ; i++)
            {
                await Task.Delay(pause, cancellationToken);
                await KillAsync(i, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task KillAsync(int turn, CancellationToken cancellationToken)
    {
        switch (options.Kill)
        {
            case "redis":
                fleet!.KillRedis();
                break;
            case "operator":
                fleet!.KillOperator();
                break;
            default:
                if (await VictimAsync(turn, cancellationToken) is not { } victim)
                    return;
                try
                {
                    using var process = Process.GetProcessById(victim);
                    process.Kill();
                }
                catch (ArgumentException)
                {
                    // It ended by itself in between.
                    return;
                }
                break;
        }
        tally.Killed();
    }

    private async Task<int?> VictimAsync(int turn, CancellationToken cancellationToken)
    {
        try
        {
            var state = await http.GetFromJsonAsync<JsonNode>("/fleet", cancellationToken);
            var victims = state!["processes"]!.AsArray()
                .Where(one => one!["role"]!.ToString() == "Router" == (options.Kill == "router") && one["processId"] is not null)
                .Select(one => one!["processId"]!.GetValue<int>()).ToList();
            return victims.Count == 0 ? null : victims[turn % victims.Count];
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
