using Dapr.Client;
using Fleet.Agents.Roles;
using Fleet.Contracts.Agents;
using Fleet.Contracts.Turns;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Mesh;

/// <summary>Service invocation through the sidecar, which balances and, by the pool's Resiliency resource, retries: so nothing here does.</summary>
internal sealed class DaprMesh(IOptions<AgentOptions> options) : IMesh
{
    private readonly HttpClient _client = DaprClient.CreateInvokeHttpClient();
    private readonly Dictionary<string, string> _appIds = new(options.Value.Mesh.AppIds, StringComparer.OrdinalIgnoreCase);

    public async Task<TaskOutcome> AskAsync(AgentRole role, TaskRequest request, CancellationToken cancellationToken)
    {
        var appId = _appIds.GetValueOrDefault(role.ToString(), role.ToString().ToLowerInvariant());
        try
        {
            using var response = await _client.PostAsJsonAsync(
                new Uri($"http://{appId}{AgentEndpoints.Turns}"), request, Wire.Json, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new MeshException($"sidecar answered {(int)response.StatusCode} for app-id '{appId}'");
            return await response.Content.ReadFromJsonAsync<TaskOutcome>(Wire.Json, cancellationToken)
                ?? throw new MeshException($"app-id '{appId}' answered null");
        }
        catch (HttpRequestException e)
        {
            throw new MeshException($"sidecar or app-id '{appId}': {e.Message}", e);
        }
    }
}
