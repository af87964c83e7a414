namespace Fleet.Operator.Commands;

/// <summary>The command cannot do its work for a reason that its user can mend; shown without a stack trace.</summary>
internal sealed class FailureException(string message, Exception? inner = null) : Exception(message, inner);
