using System.Text.Json.Nodes;
using Fleet.Operator.Local.Processes;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>What the front door shows and reaches.</summary>
/// <param name="Ready">Who takes work.</param>
/// <param name="StateAsync">What <c>/fleet</c> shows.</param>
/// <param name="MetricsAsync">All metrics, given those of this process.</param>
internal sealed record FleetDoor(
    IReadyAgents Ready, Func<CancellationToken, Task<JsonObject>> StateAsync, Func<string, CancellationToken, Task<string>> MetricsAsync);
