namespace Fleet.Runtime.Cluster;

/// <summary>Which objects to list or watch.</summary>
/// <param name="Namespace">One namespace; null for all.</param>
/// <param name="LabelSelector">As <c>a=b,c in (d,e),!f</c>; null for all.</param>
/// <param name="FieldSelector">As <c>spec.nodeName=n1</c>; null for all.</param>
public sealed record Query(string? Namespace = null, string? LabelSelector = null, string? FieldSelector = null);

/// <summary>All objects of a query and the resource version to watch from.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string ResourceVersion);

/// <summary>What a watch says happened.</summary>
public enum ChangeType
{
    /// <summary>It came into view.</summary>
    Added,
    /// <summary>It changed.</summary>
    Modified,
    /// <summary>It went, or left the selector.</summary>
    Deleted,
    /// <summary>Nothing changed; only the resource version moved on. <see cref="Change{T}.Entity"/> is null.</summary>
    Bookmark,
}

/// <summary>One event of a watch.</summary>
public sealed record Change<T>(ChangeType Type, T? Entity, string ResourceVersion) where T : class;

/// <summary>How a delete treats what the object owns.</summary>
public enum Propagation
{
    /// <summary>The object goes at once, dependents after it.</summary>
    Background,
    /// <summary>Dependents go first.</summary>
    Foreground,
    /// <summary>Dependents stay.</summary>
    Orphan,
}

/// <summary>How to delete.</summary>
/// <param name="Propagation">What happens to dependents.</param>
/// <param name="Uid">Delete only this very object; another one of the same name is a Conflict.</param>
/// <param name="GracePeriod">Seconds a pod gets to end; null for its own.</param>
/// <param name="ResourceVersion">Delete only this version.</param>
public sealed record Deletion(Propagation Propagation = Propagation.Background, string? Uid = null, int? GracePeriod = null, string? ResourceVersion = null);

/// <summary>Changes to metadata alone; a null value removes the key. What is not named stays.</summary>
/// <param name="Labels">Labels to set or remove.</param>
/// <param name="Annotations">Annotations to set or remove.</param>
/// <param name="AddFinalizer">Finalizer to add if missing.</param>
/// <param name="RemoveFinalizer">Finalizer to remove if there.</param>
public sealed record MetadataPatch(
    IReadOnlyDictionary<string, string?>? Labels = null,
    IReadOnlyDictionary<string, string?>? Annotations = null,
    string? AddFinalizer = null,
    string? RemoveFinalizer = null);
