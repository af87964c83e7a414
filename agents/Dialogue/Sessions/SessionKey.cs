using Fleet.Contracts.Turns;

namespace Fleet.Dialogue.Sessions;

/// <summary>Names a conversation: one writer on one account of one channel of one tenant.</summary>
public static class SessionKey
{
    /// <summary><c>tenant:channel:account:sender</c>; colons and percent signs inside a part are escaped, so that no two writers share a key.</summary>
    public static string Of(string tenant, Message message) =>
        $"{Part(tenant)}:{Part(message.Channel)}:{Part(message.Account ?? "-")}:{Part(message.Sender)}";

    private static string Part(string value) =>
        value.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
}
