using System.Diagnostics;
using System.Text.Json;
using Fleet.Agents.Observability;
using Fleet.Agents.Skills;
using Fleet.Contracts.Agents;
using Fleet.Contracts.Turns;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Roles;

/// <summary><c>POST /turns</c> of a specialist: one task in, one outcome out.</summary>
internal static class SpecialistEndpoint
{
    public static void MapTurns(this IEndpointRouteBuilder routes) => routes.MapPost(AgentEndpoints.Turns, HandleAsync);

    private static async Task HandleAsync(
        HttpContext context, ISpecialist specialist, TurnGate gate, OpenConversations open, IOptions<AgentOptions> options,
        CancellationToken cancellationToken)
    {
        TaskRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync<TaskRequest>(context.Request.Body, Wire.Json, cancellationToken);
        }
        catch (JsonException e)
        {
            await Results.Problem($"the body is not a task in JSON: {e.Path}", statusCode: 400).ExecuteAsync(context);
            return;
        }
        if (request?.Principal is null || request.Entities is null)
        {
            await Results.Problem("a task needs at least taskId, intent, text, entities and principal", statusCode: 400).ExecuteAsync(context);
            return;
        }
        open.Touch(request.ConversationId);
        var begun = Stopwatch.GetTimestamp();
        var role = options.Value.Role.ToString();
        if (await gate.RunAsync(() => specialist.HandleAsync(request, cancellationToken), cancellationToken) is not { } outcome)
        {
            await Results.Problem("too many tasks are waiting", statusCode: 503).ExecuteAsync(context);
            return;
        }
        AgentMetrics.Turns.WithLabels(role, outcome.Outcome.ToString()).Inc();
        AgentMetrics.TurnDuration.WithLabels(role, request.Principal.Channel, outcome.Outcome.ToString())
            .Observe(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        await Results.Json(outcome, Wire.Json).ExecuteAsync(context);
    }
}
