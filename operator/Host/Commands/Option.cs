namespace Fleet.Operator.Commands;

/// <summary>One option of a command.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Value">What it takes, as shown in the help; null for a switch.</param>
/// <param name="Text">One line for the help.</param>
internal sealed record Option(string Name, string? Value, string Text);
