using System.Text.RegularExpressions;

namespace Fleet.Core.Schemas;

/// <summary>Names of pools and peaks; what a pool owns is named after it, a Service among them.</summary>
public static partial class Names
{
    public const string Cel = "size(self.metadata.name) <= 45 && self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')";
    public const string Message = "must begin with a letter, consist of lower-case letters, digits and '-', and have at most 45 characters";

    public static bool Holds(string? name) => name is { Length: > 0 and <= 45 } && Label().IsMatch(name);

    [GeneratedRegex("^[a-z]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex Label();
}
