using System.Text.Json;
using Fleet.Agents.Shop;
using Fleet.Contracts.Language;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>
/// The answer to "shall I?". The write was put together when it was asked and comes back with the question; its customer is taken from the
/// principal, and its key from the question, so that a second yes changes nothing.
/// </summary>
internal static class Confirmation
{
    public static async Task<TaskOutcome> AnswerAsync(SkillTask task, IShop shop, string customer, CancellationToken cancellationToken)
    {
        var question = task.Request.Answering!;
        if (task.Request.Answer == Intent.Deny)
            return task.End(Outcome.Resolved, "confirm.declined", "confirm.declined");
        if (question.State is not { } state || state.Deserialize<ShopWrite>(Wire.Json) is not { } write)
            return task.End(Outcome.NeedsInfo, "confirm.lost", "confirm.lost");
        var result = await shop.WriteAsync(write with { CustomerId = customer }, $"{task.Request.ConversationId}/{question.TaskId}/{question.AskedAt:O}", cancellationToken);
        if (result.Done)
            return task.Text(Outcome.Resolved, "write.done", task.Say($"done.{Kind(write)}", result.Reference ?? ""), [new("write.reference", result.Reference ?? "")]);
        return result.Reason switch
        {
            "already-open" => task.End(Outcome.Resolved, "write.already-open", "write.already-open", result.Reference ?? ""),
            "wrong-state" => task.End(Outcome.Refused, "write.wrong-state", "write.wrong-state"),
            "no-stock" => task.End(Outcome.Refused, "write.no-stock", "write.no-stock"),
            _ => task.End(Outcome.Failed, $"write.{result.Reason}", "write.failed"),
        };
    }

    private static string Kind(ShopWrite write) => write is OpenCase open ? $"OpenCase.{open.Case}" : write.GetType().Name;
}
