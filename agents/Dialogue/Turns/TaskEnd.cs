using Fleet.Contracts.Turns;

namespace Fleet.Dialogue.Turns;

/// <summary>A task and how it ended: one line of the turn's ledger.</summary>
public sealed record TaskEnd(PlannedTask Task, TaskOutcome Outcome);
