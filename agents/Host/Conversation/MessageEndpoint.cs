using System.Text;
using System.Text.Json;
using Fleet.Agents.Roles;
using Fleet.Contracts.Agents;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Turns;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Conversation;

/// <summary><c>POST /v1/messages</c>: JSON, or server-sent events <c>accepted</c>, <c>part</c>…, <c>reply</c> when the client accepts them.</summary>
internal static class MessageEndpoint
{
    // A sender without message ids is still answered once when a front door repeats the request.
    private const string IdempotencyKey = "Idempotency-Key";

    public static void MapMessages(this IEndpointRouteBuilder routes) => routes.MapPost(AgentEndpoints.Messages, AnswerAsync);

    private static async Task AnswerAsync(
        HttpContext context, Conversations conversations, IOptions<AgentOptions> options, CancellationToken cancellationToken)
    {
        var (message, problem) = await ReadAsync(context, options.Value, cancellationToken);
        if (message is null)
        {
            await problem!.ExecuteAsync(context);
            return;
        }
        if (context.Request.GetTypedHeaders().Accept?.Any(a => a.MediaType == "text/event-stream") == true)
        {
            await StreamAsync(context, conversations, message, cancellationToken);
            return;
        }
        try
        {
            var reply = await conversations.AnswerAsync(message, null, cancellationToken);
            await Results.Json(reply, Wire.Json).ExecuteAsync(context);
        }
        catch (TurnBusyException e)
        {
            context.Response.Headers.RetryAfter = "2";
            await Results.Problem(e.Message, statusCode: 503, title: "busy").ExecuteAsync(context);
        }
    }

    private static async Task<(Message?, IResult?)> ReadAsync(HttpContext context, AgentOptions options, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > MessageCheck.MostBytes)
            return (null, TooLarge());
        Message? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync<Message>(context.Request.Body, Wire.Json, cancellationToken);
        }
        catch (JsonException e)
        {
            var where = $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}{(e.Path is { Length: > 1 } path ? $", at {path}" : "")}";
            return (null, Results.Problem($"the body is not a message in JSON ({where})", statusCode: 400, title: "broken JSON"));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == 413)
        {
            return (null, TooLarge());
        }
        var wrong = MessageCheck.Violations(message, options);
        if (wrong.Count > 0)
            return (null, Results.ValidationProblem(wrong, title: "the message cannot be answered"));
        var key = context.Request.Headers[IdempotencyKey].ToString();
        return (message!.Id is null && key.Length is > 0 and <= 128 ? message with { Id = key } : message, null);
    }

    private static IResult TooLarge() =>
        Results.Problem($"a message has at most {MessageCheck.MostBytes / 1024} KiB", statusCode: 413, title: "message too large");

    private static async Task StreamAsync(HttpContext context, Conversations conversations, Message message, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        using var one = new SemaphoreSlim(1);
        await SendAsync("accepted", new { message.Id });
        try
        {
            var parts = new List<Task>();
            var reply = await conversations.AnswerAsync(message, end => parts.Add(SendAsync("part", Part(end))), cancellationToken);
            await Task.WhenAll(parts);
            await SendAsync("reply", reply);
        }
        catch (TurnBusyException e)
        {
            await SendAsync("error", new { e.Message });
        }

        async Task SendAsync(string name, object data)
        {
            await one.WaitAsync(cancellationToken);
            try
            {
                var text = $"event: {name}\ndata: {JsonSerializer.Serialize(data, Wire.Json)}\n\n";
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
            }
            finally
            {
                one.Release();
            }
        }
    }

    private static object Part(TaskEnd end) => new { Intent = end.Task.Intent, end.Outcome.Outcome, end.Outcome.Text };
}
