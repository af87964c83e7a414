using Fleet.Operator.Local.Processes;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>What the front door shows and reaches.</summary>
internal sealed record FleetDoor(ProcessController Processes, FleetState State, AgentDoor Agents);
