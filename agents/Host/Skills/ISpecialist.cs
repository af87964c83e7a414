using Fleet.Contracts.Turns;

namespace Fleet.Agents.Skills;

/// <summary>Works on the tasks of one role.</summary>
internal interface ISpecialist
{
    /// <summary>The outcome of the task; a failure of the shop's systems is an outcome too, not an exception.</summary>
    Task<TaskOutcome> HandleAsync(TaskRequest request, CancellationToken cancellationToken);
}
