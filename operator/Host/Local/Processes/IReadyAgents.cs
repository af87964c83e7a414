using Fleet.Contracts.Agents;

namespace Fleet.Operator.Local.Processes;

/// <summary>Who takes work now.</summary>
internal interface IReadyAgents
{
    /// <summary>Called after anyone became ready or ceased to be.</summary>
    event Action? Changed;

    /// <summary>Names and base URLs of the ready agents of a role.</summary>
    IReadOnlyList<ReadyAgent> Ready(AgentRole role);
}

/// <summary>One that takes work.</summary>
internal sealed record ReadyAgent(string Name, Uri Address);
