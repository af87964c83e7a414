namespace Fleet.Core.Schemas;

/// <summary>A rule over several fields, told once: the schema carries its CEL for the API server, the Core its code for everybody else.</summary>
/// <param name="Path">The field to blame, below spec.</param>
/// <param name="Cel">The rule over <c>self</c>, the spec; true when all is well. Null where CEL cannot say it.</param>
/// <param name="Message">What would be right.</param>
public sealed record Rule<TSpec>(string Path, string? Cel, string Message, Func<TSpec, bool> Holds);
