using Fleet.Contracts.Agents;
using StackExchange.Redis;

namespace Fleet.Agents.Roles;

/// <summary><c>/healthz</c> and <c>/readyz</c>. Redis that goes away later does not take readiness: every router would go at once, and each can still answer.</summary>
internal sealed class Readiness(Drain drain, IServiceProvider services)
{
    private bool _sawRedis;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(AgentEndpoints.Live, () => "ok");
        routes.MapGet(AgentEndpoints.Ready, (Readiness readiness) =>
            readiness.Problem() is { } problem ? Results.Text(problem, statusCode: 503) : Results.Text("ready"));
    }

    private string? Problem()
    {
        if (drain.Draining)
            return "draining";
        if (services.GetService<IConnectionMultiplexer>() is { } redis && !_sawRedis)
        {
            _sawRedis = redis.IsConnected;
            if (!_sawRedis)
                return "waiting for Redis";
        }
        return null;
    }
}
