using Fleet.Operator.Commands;

namespace Fleet.Operator.Local.Processes;

/// <summary>The agent's program on this machine.</summary>
/// <param name="File">What to start.</param>
/// <param name="Arguments">What stands before the agent's own verb.</param>
internal sealed record AgentExecutable(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Names the program where it is not built beside the operator.</summary>
    public const string Variable = "FLEET__AGENT";

    private const string Name = "Fleet.Agents";

    /// <summary>The program that the variable names, else the one built or published beside the operator.</summary>
    /// <exception cref="FailureException">It is nowhere; the message lists where it was looked for.</exception>
    public static AgentExecutable Find()
    {
        var beside = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var artifacts = Path.Combine(beside, "..", "..", Name, Path.GetFileName(beside));
        string[] folders = [beside, Path.Combine(beside, "agent"), artifacts];
        IEnumerable<string> candidates = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? [named]
            : folders.SelectMany(folder => new[] { Name, Name + ".exe", Name + ".dll" }.Select(file => Path.GetFullPath(Path.Combine(folder, file))));
        var found = candidates.FirstOrDefault(System.IO.File.Exists) ?? throw new FailureException(
            $"the agent's program is not there. Build the solution (dotnet build), or name it in {Variable}. Looked for: {string.Join(", ", candidates)}");
        return found.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [found])
            : new(found, []);
    }
}
