namespace Fleet.Operator.Local.Processes;

/// <summary>How pods become processes.</summary>
/// <param name="Executable">The agent's program.</param>
/// <param name="Environment">What every agent here gets over what its template says.</param>
/// <param name="LogFolder">One file a pod.</param>
/// <param name="ShutdownGrace">How long agents may finish their turns when everything ends.</param>
internal sealed record ProcessSettings(AgentExecutable Executable, IReadOnlyDictionary<string, string> Environment, string LogFolder, TimeSpan ShutdownGrace)
{
    /// <summary>Field manager of what the node and the Deployment controller would write.</summary>
    public const string Manager = "local-processes";
}
