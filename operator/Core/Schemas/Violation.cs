namespace Fleet.Core.Schemas;

/// <summary>One thing that is wrong with a manifest.</summary>
/// <param name="Path">Field, as <c>spec.scaling.minReplicas</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Line">Line of the file, from 1, where a file was read.</param>
public sealed record Violation(string Path, string Message, long? Line = null)
{
    public override string ToString() => (Path.Length == 0 ? Message : $"{Path}: {Message}") + (Line is { } line ? $" (line {line})" : "");
}
