using System.Net;
using System.Net.Http.Json;
using Fleet.Contracts.Turns;

namespace Fleet.Load;

/// <summary>Sends messages as a channel does: again under the same id until there is an answer.</summary>
internal sealed class MessageClient(HttpClient http, Tally tally)
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(15);

    /// <summary>The reply, or what was said for good, or neither when no answer came.</summary>
    public async Task<(Reply? Reply, string? Error, bool Retried)> SendAsync(Message message, CancellationToken cancellationToken)
    {
        var until = Environment.TickCount64 + (long)GiveUp.TotalMilliseconds;
        var pause = TimeSpan.FromMilliseconds(100);
        for (var again = false; ; again = true)
        {
            var (reply, error, final) = await TryAsync(message, cancellationToken);
            if (reply is not null || final)
                return (reply, error, again);
            if (Environment.TickCount64 > until)
                return (null, null, again);
            tally.Retried();
            await Task.Delay(pause, cancellationToken);
            pause = pause < TimeSpan.FromSeconds(2) ? pause * 2 : pause;
        }
    }

    private async Task<(Reply? Reply, string? Error, bool Final)> TryAsync(Message message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Attempt);
        try
        {
            using var answer = await http.PostAsJsonAsync("/v1/messages", message, Wire.Json, patience.Token);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<Reply>(Wire.Json, patience.Token), null, true);
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            // 409, 429 and 5xx say "again"; anything else will not get better.
            var passing = answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500;
            return (null, $"{(int)answer.StatusCode} {text[..Math.Min(text.Length, 120)]}", !passing);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, null, false);
        }
        catch (System.Text.Json.JsonException unreadable)
        {
            return (null, $"unreadable reply: {unreadable.Message}", true);
        }
    }
}
