namespace Fleet.Contracts.Agents;

/// <summary>Paths of an agent's HTTP port that the operator and other agents rely on.</summary>
public static class AgentEndpoints
{
    /// <summary>200 while the process works.</summary>
    public const string Live = "/healthz";
    /// <summary>200 while new work is welcome; 503 with a reason while starting or draining.</summary>
    public const string Ready = "/readyz";
    /// <summary>Prometheus text.</summary>
    public const string Metrics = "/metrics";
    /// <summary>POST: readiness off, finish what runs, ask WebSocket clients to reconnect. GET: <c>{draining, turns, conversations}</c>.</summary>
    public const string Drain = "/drain";
    /// <summary>POST of a <see cref="Turns.TaskRequest"/> to a specialist.</summary>
    public const string Turns = "/turns";
    /// <summary>POST of a <see cref="Contracts.Turns.Message"/> to a router.</summary>
    public const string Messages = "/v1/messages";
    /// <summary>WebSocket chat of a router.</summary>
    public const string Chat = "/chat";
}
