namespace Fleet.Contracts.Agents;

/// <summary>Group, labels and annotations of everything Fleet makes.</summary>
public static class Labels
{
    /// <summary>API group.</summary>
    public const string Group = "agentfleet.dev";
    /// <summary>API version.</summary>
    public const string Version = "v1beta1";
    /// <summary>Name of the pool.</summary>
    public const string Pool = "agentfleet.dev/pool";
    /// <summary>Role of the pool.</summary>
    public const string Role = "agentfleet.dev/role";
    /// <summary>Field manager of everything the operator applies.</summary>
    public const string FieldManager = "fleet-operator";
}
