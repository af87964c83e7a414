using Fleet.Agents.Mesh;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;
using Fleet.Dialogue.Sessions;
using Fleet.Dialogue.Turns;
using Fleet.Dialogue.Wording;

namespace Fleet.Agents.Conversation;

/// <summary>Sends the tasks of a turn to their specialists in parallel and waits no longer than the deadline; nothing that was asked is dropped.</summary>
internal sealed partial class Dispatch(IMesh mesh, Phrasebook phrases, TimeProvider time, ILogger<Dispatch> log)
{
    /// <summary>One end for each task, in the order of the tasks.</summary>
    public async Task<IReadOnlyList<TaskEnd>> RunAsync(
        Session session, string turnId, Principal principal, Understanding understanding, IReadOnlyList<PlannedTask> tasks,
        DateTimeOffset now, DateTimeOffset deadline, Action<TaskEnd>? onEnd, CancellationToken cancellationToken)
    {
        var language = understanding.Language is "zh" or "en" ? understanding.Language : session.Language;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = deadline - time.GetUtcNow();
        late.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1));
        return await Task.WhenAll(tasks.Select(async task =>
        {
            var end = new TaskEnd(task, await EndAsync(task));
            onEnd?.Invoke(end);
            return end;
        }));

        async Task<TaskOutcome> EndAsync(PlannedTask task)
        {
            if (task.Role is not { } role)
                return RouterAnswers.To(task, session, language, phrases);
            try
            {
                return await mesh.AskAsync(role, new(session.Id, turnId, task.TaskId, task.Intent, task.Text, understanding.Entities,
                    understanding.Emotion, language, principal, session.Facts, task.Answering, task.Answer, now, deadline), late.Token);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is MeshException or OperationCanceledException or HttpRequestException)
            {
                Unanswered(log, task.Intent, role.ToString(), turnId, e is OperationCanceledException ? "late" : e.Message);
                return RouterAnswers.Missing(task, language, phrases);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Intent} went unanswered by {Role} in turn {Turn}: {Problem}")]
    private static partial void Unanswered(ILogger log, Intent intent, string role, string turn, string problem);
}
