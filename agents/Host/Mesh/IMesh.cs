using Fleet.Contracts.Agents;
using Fleet.Contracts.Turns;

namespace Fleet.Agents.Mesh;

/// <summary>How a router reaches specialists. Retries live here and nowhere else.</summary>
internal interface IMesh
{
    /// <summary>Asks a specialist of <paramref name="role"/>.</summary>
    /// <exception cref="MeshException">Nobody of the role answered: says who was tried and why each failed.</exception>
    Task<TaskOutcome> AskAsync(AgentRole role, TaskRequest request, CancellationToken cancellationToken);
}

/// <summary>A specialist could not be reached or gave no usable answer.</summary>
internal sealed class MeshException(string message, Exception? inner = null) : Exception(message, inner);
