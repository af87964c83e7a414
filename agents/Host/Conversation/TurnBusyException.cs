namespace Fleet.Agents.Conversation;

/// <summary>The conversation or the process has more to do than it can within the time: the sender may try again.</summary>
internal sealed class TurnBusyException(string reason) : Exception(reason);
