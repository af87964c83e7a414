using Fleet.Agents.Roles;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Conversation;

/// <summary>What is wrong with a message, for its sender.</summary>
internal static class MessageCheck
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MostText = 4000;

    /// <summary>Longest body of a request or frame, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    private const int MostName = 128;

    /// <summary>Every violation by field; empty when the message can be answered.</summary>
    public static Dictionary<string, string[]> Violations(Message? message, AgentOptions options)
    {
        var wrong = new Dictionary<string, string[]>();
        if (message is null)
        {
            wrong["body"] = ["""is missing; send {"channel":"web","sender":"…","text":"…"}"""];
            return wrong;
        }
        if (string.IsNullOrWhiteSpace(message.Text))
            wrong["text"] = ["is empty"];
        else if (message.Text.Length > MostText)
            wrong["text"] = [$"has {message.Text.Length} characters; at most {MostText} are read"];
        if (!options.Channels.Contains(message.Channel, StringComparer.Ordinal))
            wrong["channel"] = [$"'{Short(message.Channel)}' is unknown; known: {string.Join(", ", options.Channels)}"];
        Name("sender", message.Sender, required: true);
        Name("account", message.Account, required: false);
        Name("id", message.Id, required: false);
        return wrong;

        void Name(string field, string? value, bool required)
        {
            if (string.IsNullOrEmpty(value) ? required : value.Length > MostName || value.Any(char.IsControl))
                wrong[field] = [$"must have 1 to {MostName} characters and no control characters"];
        }
    }

    private static string Short(string? text) => text is { Length: > 40 } ? text[..40] + "…" : text ?? "";
}
