using Fleet.Runtime.Cluster.Selectors;

namespace Fleet.Runtime.Cluster.Memory;

/// <summary>What a query shows of the objects of a kind. An object that leaves the selector is gone for its watcher.</summary>
internal sealed class View(Resource resource, Query query)
{
    private readonly LabelSelector _labels = LabelSelector.Parse(query.LabelSelector);
    private readonly FieldSelector _fields = FieldSelector.Parse(query.FieldSelector);

    public bool Shows(Stored stored) =>
        (query.Namespace is null || !resource.Namespaced || stored.Key.Namespace == query.Namespace) && _labels.Matches(stored.Labels) && _fields.Matches(stored.Open);

    public ChangeType? See(Happening happening)
    {
        if (happening.Now.Resource.Plural != resource.Plural || happening.Now.Resource.Group != resource.Group)
            return null;
        var before = happening.Before is not null && Shows(happening.Before);
        var now = !happening.Removed && Shows(happening.Now);
        return (before, now) switch
        {
            (false, true) => ChangeType.Added,
            (true, true) => ChangeType.Modified,
            (true, false) => ChangeType.Deleted,
            _ => null,
        };
    }
}
