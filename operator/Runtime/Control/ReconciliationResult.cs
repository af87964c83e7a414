using k8s;
using k8s.Models;

namespace Fleet.Runtime.Control;

/// <summary>How a reconcile ended. A failure is tried again with growing delay, for ever; a terminal one waits for the next change.</summary>
public sealed record ReconciliationResult<TEntity> where TEntity : IKubernetesObject<V1ObjectMeta>
{
    private ReconciliationResult(TEntity entity) => Entity = entity;

    /// <summary>The entity as it was worked on.</summary>
    public TEntity Entity { get; }

    /// <summary>True for a success.</summary>
    public bool IsSuccess { get; private init; }

    /// <summary>True for a failure that no retry can mend: only a change brings it back.</summary>
    public bool IsTerminal { get; private init; }

    /// <summary>When to look again without a change; null for never, or for the back-off of a failure.</summary>
    public TimeSpan? RequeueAfter { get; private init; }

    /// <summary>What went wrong; null for a success.</summary>
    public string? ErrorMessage { get; private init; }

    /// <summary>The exception behind the failure, if there was one.</summary>
    public Exception? Error { get; private init; }

    /// <summary>Done.</summary>
    public static ReconciliationResult<TEntity> Success(TEntity entity) => new(entity) { IsSuccess = true };

    /// <summary>Done for now; look again after this time.</summary>
    public static ReconciliationResult<TEntity> Success(TEntity entity, TimeSpan? requeueAfter) => new(entity) { IsSuccess = true, RequeueAfter = requeueAfter };

    /// <summary>Failed; tried again with back-off, or after the time given.</summary>
    public static ReconciliationResult<TEntity> Failure(TEntity entity, string message, Exception? error = null, TimeSpan? requeueAfter = null) =>
        new(entity) { ErrorMessage = message, Error = error, RequeueAfter = requeueAfter };

    /// <summary>Failed in a way that only a change of the entity, or of what it watches, can mend.</summary>
    public static ReconciliationResult<TEntity> TerminalFailure(TEntity entity, string message, Exception? error = null) =>
        new(entity) { IsTerminal = true, ErrorMessage = message, Error = error };
}
