using k8s;
using k8s.Models;

namespace Fleet.Runtime.Control;

/// <summary>Brings the world in line with an entity. Must be safe to repeat; one key runs on one worker at a time.</summary>
public interface IEntityController<TEntity> where TEntity : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>The entity is there, new or changed, or something it owns changed, or it asked to be looked at again. The entity is shared: clone before changing it.</summary>
    Task<ReconciliationResult<TEntity>> ReconcileAsync(TEntity entity, CancellationToken cancellationToken);

    /// <summary>The entity is gone; this is the last that was seen of it.</summary>
    Task<ReconciliationResult<TEntity>> DeletedAsync(TEntity entity, CancellationToken cancellationToken);
}

/// <summary>Runs before an entity that is being deleted may go. The finalizer is removed once this succeeds without asking for a later look.</summary>
public interface IEntityFinalizer<TEntity> where TEntity : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Cleans up; must be safe to repeat.</summary>
    Task<ReconciliationResult<TEntity>> FinalizeAsync(TEntity entity, CancellationToken cancellationToken);
}
