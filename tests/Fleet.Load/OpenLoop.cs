using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Load;

/// <summary>
/// Makes turns due at a steady rate, whether or not earlier ones are answered, and counts each one's latency from when it was due: a fleet
/// that stalls cannot hide it by slowing its customers down (coordinated omission).
/// </summary>
internal sealed class OpenLoop(LoadOptions options, MessageClient client, Tally tally)
{
    // Every so many turns the same message is sent once more, as a channel does that missed the reply.
    private const int Redelivery = 20;

    private readonly ConcurrentDictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HashSet<Intent>> _expected = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var run = $"load{Guid.NewGuid():N}"[..12];
        await LearnAsync(run, cancellationToken);
        var idle = Channel.CreateUnbounded<Conversation>();
        for (var i = 0; i < options.Conversations; i++)
            idle.Writer.TryWrite(new(i, run));

        var turns = (long)(options.Minutes * 60 * options.Rate);
        var start = Stopwatch.GetTimestamp();
        List<Task> running = [];
        for (var i = 0L; i < turns; i++)
        {
            var due = start + (long)(i / options.Rate * Stopwatch.Frequency);
            var ahead = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (ahead > TimeSpan.FromMilliseconds(1))
                await Task.Delay(ahead, cancellationToken);
            var number = i;
            running.Add(Task.Run(() => TurnAsync(idle, due, number, cancellationToken), cancellationToken));
            if (running.Count > 10_000)
                running.RemoveAll(one => one.IsCompletedSuccessfully);
        }
        await Task.WhenAll(running);
    }

    /// <summary>What each sentence is understood as when nothing else happens; a reply to it under load must share that.</summary>
    private async Task LearnAsync(string run, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Phrases.All.Count; i++)
        {
            var (reply, error, _) = await client.SendAsync(new("web", "demo-1", Phrases.All[i], $"{run}-learn-{i}", $"{run}-learn-{i}"), cancellationToken);
            if (reply is null)
                throw new InvalidOperationException($"the fleet does not answer '{Phrases.All[i]}' even without load: {error ?? "no reply"}");
            _expected[Phrases.All[i]] = [.. reply.Intents.Select(one => one.Name)];
        }
    }

    private async Task TurnAsync(Channel<Conversation> idle, long due, long number, CancellationToken cancellationToken)
    {
        // A customer waits for the reply before writing on; with all of them waiting the turn is late, and counted so.
        var conversation = await idle.Reader.ReadAsync(cancellationToken);
        try
        {
            var (id, text) = conversation.Next();
            var message = new Message("web", conversation.Sender, text, id, conversation.Account);
            var (reply, error, retried) = await client.SendAsync(message, cancellationToken);
            if (reply is null)
            {
                if (error is null)
                    tally.Lost();
                else
                    tally.Error(error);
                return;
            }
            tally.Answered(Stopwatch.GetElapsedTime(due));
            Check(conversation, text, reply);
            if (retried || number % Redelivery == 0)
            {
                var (second, _, _) = await client.SendAsync(message, cancellationToken);
                if (second is not null && (second.Text != reply.Text || second.Session != reply.Session))
                    tally.Doubled(reply.Text, second.Text);
            }
        }
        finally
        {
            idle.Writer.TryWrite(conversation);
        }
    }

    private void Check(Conversation conversation, string text, Reply reply)
    {
        conversation.Session ??= reply.Session;
        var bound = reply.Session == conversation.Session && _sessions.GetOrAdd(reply.Session, conversation.Account) == conversation.Account;
        // An open question may add or rename an intent; a reply that shares none answers something else.
        var answered = reply.Text.Length > 0 && (_expected[text].Count == 0 || reply.Intents.Count == 0 || reply.Intents.Any(one => _expected[text].Contains(one.Name)));
        if (!bound || !answered)
            tally.Wrong(text, reply.Text);
    }
}
