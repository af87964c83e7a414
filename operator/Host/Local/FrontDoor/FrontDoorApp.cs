using System.Net.Sockets;
using System.Text;
using Fleet.Contracts.Agents;
using Fleet.Operator.Commands;
using Fleet.Operator.Local.Processes;
using Prometheus;
using Yarp.ReverseProxy.Configuration;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>
/// The one address of local mode. It answers for the fleet at <c>/fleet</c>, <c>/metrics</c>, <c>/healthz</c> and <c>/readyz</c>, and passes
/// everything else, WebSockets too, to a ready router. On a second, loopback-only port it tells agents where the ready specialists are.
/// </summary>
internal sealed class FrontDoorApp : IAsyncDisposable
{
    private const long LargestBody = 8 * 1024 * 1024;

    private readonly WebApplication _app;

    private FrontDoorApp(WebApplication app, Uri directory) => (_app, Directory) = (app, directory);

    /// <summary>Where agents ask for the ready agents of a role: <c>GET {url}/{Role}</c>.</summary>
    public Uri Directory { get; }

    /// <summary>Opens the door before any process exists, so that a port in use is told at once.</summary>
    /// <exception cref="FailureException">The address is in use or not of this machine.</exception>
    public static async Task<FrontDoorApp> OpenAsync(Uri listen, Func<FleetDoor> fleet, CancellationToken cancellationToken)
    {
        var directory = FreePort.Take();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(FrontDoorApp).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(listen.ToString().TrimEnd('/'), $"http://127.0.0.1:{directory}");
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = LargestBody);
        builder.Services.AddSingleton(RouterDestinations.Empty());
        builder.Services.AddSingleton<IProxyConfigProvider>(services => services.GetRequiredService<InMemoryConfigProvider>());
        builder.Services.AddReverseProxy();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        var app = builder.Build();
        Map(app, fleet, directory);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException busy)
        {
            await app.DisposeAsync();
            throw new FailureException($"cannot listen on {listen.ToString().TrimEnd('/')}: {(busy.InnerException?.Message ?? busy.Message).TrimEnd('.')}. Choose another with --listen URL.", busy);
        }
        catch (SocketException refused)
        {
            await app.DisposeAsync();
            throw new FailureException($"cannot listen on {listen.ToString().TrimEnd('/')}: {refused.Message}. Choose an address of this machine with --listen URL.", refused);
        }
        return new(app, new Uri($"http://127.0.0.1:{directory}/directory"));
    }

    /// <summary>Lets routers in as they become ready.</summary>
    public void Follow(IReadyAgents agents) =>
        new RouterDestinations(agents, _app.Services.GetRequiredService<InMemoryConfigProvider>()).Follow();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Map(WebApplication app, Func<FleetDoor> fleet, int directory)
    {
        app.UseWebSockets();
        app.MapGet(AgentEndpoints.Live, () => Results.Text("ok"));
        app.MapGet(AgentEndpoints.Ready, () => fleet().Ready.Ready(AgentRole.Router).Count > 0
            ? Results.Text("ready")
            : Results.Text("no router is ready", statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/fleet", async (CancellationToken cancellationToken) =>
            Results.Json(await fleet().StateAsync(cancellationToken), FleetState.Format));
        app.MapGet(AgentEndpoints.Metrics, async (CancellationToken cancellationToken) => Results.Text(
            await fleet().MetricsAsync(await OwnMetricsAsync(cancellationToken), cancellationToken),
            "text/plain; version=0.0.4; charset=utf-8"));
        app.MapGet("/directory/{role}", (string role) => Enum.TryParse<AgentRole>(role, ignoreCase: true, out var known)
            ? Results.Json(fleet().Ready.Ready(known).Select(one => one.Address.ToString().TrimEnd('/')))
            : Results.NotFound()).RequireHost($"127.0.0.1:{directory}");
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(Retry.RunAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
    }

    private static async Task<string> OwnMetricsAsync(CancellationToken cancellationToken)
    {
        using var page = new MemoryStream();
        await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(page, cancellationToken);
        return Encoding.UTF8.GetString(page.ToArray());
    }
}
