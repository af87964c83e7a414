using System.Net.WebSockets;
using System.Text.Json;
using Fleet.Agents.Observability;
using Fleet.Agents.Roles;
using Fleet.Contracts.Agents;
using Fleet.Contracts.Turns;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Conversation;

/// <summary>
/// <c>/chat</c>: the client sends messages as JSON; the server sends <c>{type: accepted|reply|error|reconnect, id, …}</c>. A message keeps its id
/// when a client sends it again after a reconnect, so it is answered once.
/// </summary>
internal sealed class ChatSocket(
    Conversations conversations, OpenConversations open, Drain drain, IOptions<AgentOptions> options)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Map(AgentEndpoints.Chat, async (HttpContext context, ChatSocket chat) =>
        {
            if (!context.WebSockets.IsWebSocketRequest)
            {
                await Results.Problem("this address speaks WebSocket only", statusCode: 400).ExecuteAsync(context);
                return;
            }
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await chat.ServeAsync(socket, context.RequestAborted);
        });

    private async Task ServeAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        open.Opened();
        using var one = new SemaphoreSlim(1);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task>();
        try
        {
            var leave = LeaveAsync();
            while (await ReceiveAsync(socket, end.Token) is { } received)
            {
                running.RemoveAll(t => t.IsCompleted);
                running.Add(AnswerAsync(received));
            }
            await Task.WhenAll(running);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            await end.CancelAsync();
            await leave;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone; its turns end and are kept.
        }
        finally
        {
            open.Closed();
        }

        async Task LeaveAsync()
        {
            try
            {
                await drain.WhenAskedAsync(end.Token);
                await Task.WhenAll(running.ToArray());
                await SendAsync(new { Type = "reconnect" });
                await one.WaitAsync(end.Token);
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "moving", end.Token);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Closed already.
            }
        }

        async Task AnswerAsync(byte[] received)
        {
            Message? message;
            try
            {
                message = JsonSerializer.Deserialize<Message>(received, Wire.Json);
            }
            catch (JsonException e)
            {
                await SendAsync(new { Type = "error", Message = $"not a message in JSON (byte {e.BytePositionInLine + 1})" });
                return;
            }
            if (MessageCheck.Violations(message, options.Value) is { Count: > 0 } wrong)
            {
                await SendAsync(new { Type = "error", message?.Id, Message = string.Join("; ", wrong.Select(w => $"{w.Key} {w.Value[0]}")) });
                return;
            }
            await SendAsync(new { Type = "accepted", message!.Id });
            try
            {
                var reply = await conversations.AnswerAsync(message, null, CancellationToken.None);
                await SendAsync(new { Type = "reply", message.Id, Reply = reply.Text, reply.Intents, reply.Emotion, reply.Session, reply.Handover, reply.ElapsedMs });
            }
            catch (TurnBusyException e)
            {
                await SendAsync(new { Type = "error", message.Id, e.Message, Retry = true });
            }
        }

        async Task SendAsync(object frame)
        {
            await one.WaitAsync(cancellationToken);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame, Wire.Json), WebSocketMessageType.Text, true, cancellationToken);
            }
            finally
            {
                one.Release();
            }
        }
    }

    /// <summary>The next whole text frame; null when the client closes. A frame that is too long closes the socket with 1009.</summary>
    private static async Task<byte[]?> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        using var whole = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            whole.Write(buffer, 0, part.Count);
            if (whole.Length > MessageCheck.MostBytes)
            {
                await socket.CloseOutputAsync(
                    WebSocketCloseStatus.MessageTooBig, $"a message has at most {MessageCheck.MostBytes / 1024} KiB", cancellationToken);
                return null;
            }
            if (part.EndOfMessage)
                return whole.ToArray();
        }
    }
}
