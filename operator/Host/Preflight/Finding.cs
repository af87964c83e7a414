namespace Fleet.Operator.Preflight;

/// <summary>How a check ended.</summary>
internal enum FindingLevel { Ok, Warning, Problem }

/// <summary>One thing that was looked at.</summary>
/// <param name="Check">Stable name, as <c>permission.pods</c>.</param>
/// <param name="Message">What was found and, unless all is well, what would be right.</param>
internal sealed record Finding(FindingLevel Level, string Check, string Message)
{
    public static Finding Ok(string check, string message) => new(FindingLevel.Ok, check, message);

    public static Finding Warning(string check, string message) => new(FindingLevel.Warning, check, message);

    public static Finding Problem(string check, string message) => new(FindingLevel.Problem, check, message);
}
