using System.Collections.Concurrent;
using Fleet.Agents.Roles;
using Fleet.Contracts.Agents;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Mesh;

/// <summary>
/// Base URLs of ready specialists by role: fixed ones from the settings, or those a directory lists, looked up again every second
/// in the background. The last good list stays when the directory does not answer.
/// </summary>
internal sealed partial class Directory(IHttpClientFactory clients, IOptions<AgentOptions> options, TimeProvider time, ILogger<Directory> log)
    : BackgroundService
{
    private static readonly AgentRole[] Specialists = [AgentRole.Orders, AgentRole.AfterSales, AgentRole.Promotions];

    private readonly MeshOptions _mesh = options.Value.Mesh;
    private readonly ConcurrentDictionary<AgentRole, Uri[]> _known = new();

    /// <summary>What is known now; empty when nobody of the role is ready.</summary>
    public IReadOnlyList<Uri> Of(AgentRole role) =>
        _mesh.Urls.FirstOrDefault(u => string.Equals(u.Key, role.ToString(), StringComparison.OrdinalIgnoreCase)).Value is { } fixedUrl
            ? [new Uri(fixedUrl)]
            : _known.GetValueOrDefault(role, []);

    /// <summary>Looks one role up now: for the first message after a specialist came up.</summary>
    public async Task RefreshAsync(AgentRole role, CancellationToken cancellationToken)
    {
        if (_mesh.Directory is not { } directory)
            return;
        try
        {
            var client = clients.CreateClient(nameof(Directory));
            var urls = await client.GetFromJsonAsync<Uri[]>($"{directory.TrimEnd('/')}/{role}", cancellationToken);
            _known[role] = urls ?? [];
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
        {
            if (!cancellationToken.IsCancellationRequested)
                NoAnswer(log, directory, role, e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_mesh.Directory is null)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do
        {
            await Task.WhenAll(Specialists.Select(role => RefreshAsync(role, stoppingToken)));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "directory {Directory} does not list {Role}: {Problem}; the last list stays")]
    private static partial void NoAnswer(ILogger log, string directory, AgentRole role, string problem);
}
