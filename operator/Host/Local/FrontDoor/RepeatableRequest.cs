using System.Text.Json;
using Fleet.Contracts.Agents;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>Makes a request's body readable a second time and says whether the request may be sent twice after it may have arrived once.</summary>
internal static class RepeatableRequest
{
    private const int InMemory = 64 * 1024;

    public static async Task<bool> PrepareAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
            return false;
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return true;
        context.Request.EnableBuffering(InMemory);
        if (context.Request.Path != AgentEndpoints.Messages || context.Request.ContentLength is > InMemory)
            return false;
        try
        {
            using var message = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return message.RootElement.ValueKind == JsonValueKind.Object
                && message.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String;
        }
        catch (JsonException)
        {
            // The router says what is wrong with it.
            return false;
        }
        finally
        {
            context.Request.Body.Position = 0;
        }
    }
}
