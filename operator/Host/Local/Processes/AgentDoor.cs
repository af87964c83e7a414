using System.Net;
using System.Text.Json;
using Fleet.Contracts.Agents;

namespace Fleet.Operator.Local.Processes;

/// <summary>What an agent is asked over HTTP by those who run it.</summary>
internal sealed class AgentDoor : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
    {
        Timeout = TimeSpan.FromSeconds(2),
    };

    /// <summary>The status of a probe; null when nobody answers.</summary>
    public async Task<HttpStatusCode?> ProbeAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(address, path), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.StatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Asks an agent to take no new work. False when it does not answer.</summary>
    public async Task<bool> DrainAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.PostAsync(new Uri(address, AgentEndpoints.Drain), null, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Turns that a draining agent still works on; null when it does not answer.</summary>
    public async Task<int?> WorkLeftAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var state = await _http.GetFromJsonAsync<JsonElement>(new Uri(address, AgentEndpoints.Drain), cancellationToken);
            return state.TryGetProperty("turns", out var turns) && turns.TryGetInt32(out var number) ? number : null;
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>The Prometheus text of an agent; null when there is none.</summary>
    public async Task<string?> MetricsAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(address, AgentEndpoints.Metrics), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(cancellationToken) : null;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
