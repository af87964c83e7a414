using System.Text.Json;
using Fleet.Runtime.Cluster;
using k8s;
using k8s.Models;
using static Fleet.Runtime.Tests.Cluster.Samples;

namespace Fleet.Runtime.Tests.Cluster;

/// <summary>What every cluster does, in memory or real. A namespace of its own for each test.</summary>
public abstract class ClusterContract : IAsyncLifetime
{
    private const string Manager = "fleet";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected abstract ICluster Cluster { get; }

    protected string Namespace { get; } = "contract-" + Guid.NewGuid().ToString("N")[..8];

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() =>
        await Cluster.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = Namespace } }, Manager, Cancelled);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Cluster.DeleteAsync<V1Namespace>(null, Namespace, CancellationToken.None);
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_null_and_deleting_it_says_false()
    {
        Assert.Null(await Cluster.GetAsync<V1ConfigMap>(Namespace, "nobody", Cancelled));
        Assert.False(await Cluster.DeleteAsync<V1ConfigMap>(Namespace, "nobody", Cancelled));
    }

    [Fact]
    public async Task Creating_twice_is_refused_as_already_there()
    {
        var made = await Cluster.CreateAsync(ConfigMap(Namespace, "one", ("a", "1")), Manager, Cancelled);

        Assert.NotNull(made.Metadata.Uid);
        Assert.NotNull(made.Metadata.ResourceVersion);
        Assert.NotNull(made.Metadata.CreationTimestamp);
        await Refused(ClusterError.AlreadyExists, () => Cluster.CreateAsync(ConfigMap(Namespace, "one"), Manager, Cancelled));
    }

    [Fact]
    public async Task A_name_that_is_no_name_is_invalid() =>
        await Refused(ClusterError.Invalid, () => Cluster.CreateAsync(ConfigMap(Namespace, "No Name"), Manager, Cancelled));

    [Fact]
    public async Task Applying_the_same_again_writes_nothing()
    {
        var first = await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "1")), Manager, true, Cancelled);
        var second = await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "1")), Manager, true, Cancelled);

        Assert.Equal(first.Metadata.ResourceVersion, second.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task Apply_removes_what_its_manager_dropped_and_keeps_what_others_wrote()
    {
        await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "1"), ("b", "1")), Manager, true, Cancelled);
        await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("c", "other")), "someone", false, Cancelled);
        await Cluster.PatchMetadataAsync<V1ConfigMap>(
            Namespace, "one", new MetadataPatch(Annotations: new Dictionary<string, string?> { ["note"] = "mine" }), "someone", Cancelled);

        var after = await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "2")), Manager, true, Cancelled);

        Assert.Equal(["a=2", "c=other"], after.Data.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}={entry.Value}"));
        Assert.Equal("mine", after.Metadata.Annotations["note"]);
    }

    [Fact]
    public async Task Apply_without_force_yields_to_the_owner_of_a_field_and_with_force_takes_it()
    {
        await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "1")), "someone", true, Cancelled);

        await Refused(ClusterError.Conflict, () => Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "2")), Manager, false, Cancelled));
        Assert.Equal("2", (await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "2")), Manager, true, Cancelled)).Data["a"]);
        await Refused(ClusterError.Conflict, () => Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "3")), "someone", false, Cancelled));
    }

    [Fact]
    public async Task Apply_merges_containers_by_name()
    {
        await Cluster.ApplyAsync(Deployment(Namespace, "pods", 0, "main", "old"), Manager, true, Cancelled);
        await Cluster.ApplyAsync(Deployment(Namespace, "pods", 0, "sidecar"), "injector", true, Cancelled);

        var after = await Cluster.ApplyAsync(Deployment(Namespace, "pods", 0, "main"), Manager, true, Cancelled);

        Assert.Equal(["main", "sidecar"], after.Spec.Template.Spec.Containers.Select(container => container.Name).Order());
    }

    [Fact]
    public async Task Generation_counts_changes_of_the_spec_alone()
    {
        var first = await Cluster.ApplyAsync(Deployment(Namespace, "pods", 0, "main"), Manager, true, Cancelled);
        var labelled = await Cluster.PatchMetadataAsync<V1Deployment>(
            Namespace, "pods", new MetadataPatch(Labels: new Dictionary<string, string?> { ["x"] = "y" }), Manager, Cancelled);
        var changed = await Cluster.ApplyAsync(Deployment(Namespace, "pods", 0, "main", "second"), Manager, true, Cancelled);

        Assert.Equal(1, first.Metadata.Generation);
        Assert.Equal(1, labelled.Metadata.Generation);
        Assert.Equal(2, changed.Metadata.Generation);
    }

    [Fact]
    public async Task Scale_sets_the_replicas_and_apply_that_does_not_name_them_leaves_them()
    {
        await Cluster.ApplyAsync(Deployment(Namespace, "pods", null, "main"), Manager, true, Cancelled);
        var version = await Cluster.ScaleAsync<V1Deployment>(Namespace, "pods", 0, "scaler", Cancelled);
        var after = await Cluster.ApplyAsync(Deployment(Namespace, "pods", null, "main"), Manager, true, Cancelled);

        Assert.NotEmpty(version);
        Assert.Equal(0, after.Spec.Replicas);
        await Refused(ClusterError.NotFound, () => Cluster.ScaleAsync<V1Deployment>(Namespace, "nobody", 1, "scaler", Cancelled));
    }

    [Fact]
    public async Task Status_is_written_apart_from_the_rest()
    {
        var desired = new V1Job
        {
            ApiVersion = "batch/v1",
            Kind = "Job",
            Metadata = new V1ObjectMeta { Name = "job", NamespaceProperty = Namespace },
            Spec = new V1JobSpec
            {
                Suspend = true,
                Template = new V1PodTemplateSpec { Spec = new V1PodSpec { RestartPolicy = "Never", Containers = [new V1Container { Name = "main", Image = "registry.invalid/x:1" }] } },
            },
            Status = new V1JobStatus { Failed = 3 },
        };
        var made = await Cluster.ApplyAsync(desired, Manager, true, Cancelled);
        Assert.Null(made.Status?.Failed);

        var status = new V1Job { ApiVersion = "batch/v1", Kind = "Job", Metadata = new V1ObjectMeta { Name = "job", NamespaceProperty = Namespace }, Status = new V1JobStatus { Failed = 3 } };
        var after = await Cluster.ApplyStatusAsync(status, Manager, Cancelled);

        Assert.Equal(3, after.Status.Failed);
        Assert.Equal("main", after.Spec.Template.Spec.Containers[0].Name);
        Assert.Equal(made.Metadata.Generation, after.Metadata.Generation);
        status.Metadata.Name = "nobody";
        await Refused(ClusterError.NotFound, () => Cluster.ApplyStatusAsync(status, Manager, Cancelled));
    }

    [Fact]
    public async Task Replace_of_a_stale_version_is_a_conflict()
    {
        var stale = await Cluster.CreateAsync(ConfigMap(Namespace, "one", ("a", "1")), Manager, Cancelled);
        await Cluster.ApplyAsync(ConfigMap(Namespace, "one", ("a", "2")), Manager, true, Cancelled);
        stale.Data["a"] = "3";

        await Refused(ClusterError.Conflict, () => Cluster.ReplaceAsync(stale, Manager, Cancelled));
        var fresh = (await Cluster.GetAsync<V1ConfigMap>(Namespace, "one", Cancelled))!;
        fresh.Data["a"] = "3";
        Assert.Equal("3", (await Cluster.ReplaceAsync(fresh, Manager, Cancelled)).Data["a"]);
    }

    [Fact]
    public async Task Metadata_patches_set_and_remove_keys_and_finalizers()
    {
        await Cluster.CreateAsync(ConfigMap(Namespace, "one").Labelled("keep", "1").Labelled("drop", "1"), Manager, Cancelled);

        var patch = new MetadataPatch(Labels: new Dictionary<string, string?> { ["drop"] = null, ["new"] = "2" }, AddFinalizer: "agentfleet.dev/test");
        var patched = await Cluster.PatchMetadataAsync<V1ConfigMap>(Namespace, "one", patch, Manager, Cancelled);
        Assert.Equal(["keep", "new"], patched.Metadata.Labels.Keys.Order());
        Assert.Equal(["agentfleet.dev/test"], patched.Metadata.Finalizers);

        var without = await Cluster.PatchMetadataAsync<V1ConfigMap>(Namespace, "one", new MetadataPatch(RemoveFinalizer: "agentfleet.dev/test"), Manager, Cancelled);
        Assert.True(without.Metadata.Finalizers is null or { Count: 0 });
    }

    [Fact]
    public async Task A_finalizer_holds_an_object_until_it_is_removed()
    {
        await Cluster.CreateAsync(ConfigMap(Namespace, "held"), Manager, Cancelled);
        await Cluster.PatchMetadataAsync<V1ConfigMap>(Namespace, "held", new MetadataPatch(AddFinalizer: "agentfleet.dev/test"), Manager, Cancelled);

        Assert.True(await Cluster.DeleteAsync<V1ConfigMap>(Namespace, "held", Cancelled));
        Assert.NotNull((await Cluster.GetAsync<V1ConfigMap>(Namespace, "held", Cancelled))!.Metadata.DeletionTimestamp);
        await Cluster.PatchMetadataAsync<V1ConfigMap>(Namespace, "held", new MetadataPatch(RemoveFinalizer: "agentfleet.dev/test"), Manager, Cancelled);
        Assert.Null(await Cluster.GetAsync<V1ConfigMap>(Namespace, "held", Cancelled));
    }

    [Fact]
    public async Task What_an_object_owns_goes_with_it()
    {
        var owner = await Cluster.CreateAsync(ConfigMap(Namespace, "owner"), Manager, Cancelled);
        await Cluster.CreateAsync(ConfigMap(Namespace, "owned").OwnedBy(owner, "v1", "ConfigMap"), Manager, Cancelled);
        await Cluster.CreateAsync(ConfigMap(Namespace, "free"), Manager, Cancelled);

        await Cluster.DeleteAsync<V1ConfigMap>(Namespace, "owner", Cancelled);

        await Until(async () => await Cluster.GetAsync<V1ConfigMap>(Namespace, "owned", Cancelled) is null);
        Assert.NotNull(await Cluster.GetAsync<V1ConfigMap>(Namespace, "free", Cancelled));
    }

    [Fact]
    public async Task Foreground_deletion_waits_for_what_is_owned_and_orphaning_leaves_it()
    {
        var owner = await Cluster.CreateAsync(ConfigMap(Namespace, "owner"), Manager, Cancelled);
        await Cluster.CreateAsync(ConfigMap(Namespace, "owned").OwnedBy(owner, "v1", "ConfigMap"), Manager, Cancelled);
        await Cluster.PatchMetadataAsync<V1ConfigMap>(Namespace, "owned", new MetadataPatch(AddFinalizer: "agentfleet.dev/test"), Manager, Cancelled);

        await Cluster.DeleteAsync<V1ConfigMap>(Namespace, "owner", Cancelled, new Deletion(Propagation.Foreground));
        await Until(async () => (await Cluster.GetAsync<V1ConfigMap>(Namespace, "owned", Cancelled))?.Metadata.DeletionTimestamp is not null);
        Assert.NotNull(await Cluster.GetAsync<V1ConfigMap>(Namespace, "owner", Cancelled));
        await Cluster.PatchMetadataAsync<V1ConfigMap>(Namespace, "owned", new MetadataPatch(RemoveFinalizer: "agentfleet.dev/test"), Manager, Cancelled);
        await Until(async () => await Cluster.GetAsync<V1ConfigMap>(Namespace, "owner", Cancelled) is null);

        var parent = await Cluster.CreateAsync(ConfigMap(Namespace, "parent"), Manager, Cancelled);
        await Cluster.CreateAsync(ConfigMap(Namespace, "child").OwnedBy(parent, "v1", "ConfigMap"), Manager, Cancelled);
        await Cluster.DeleteAsync<V1ConfigMap>(Namespace, "parent", Cancelled, new Deletion(Propagation.Orphan));
        await Until(async () => await Cluster.GetAsync<V1ConfigMap>(Namespace, "parent", Cancelled) is null);
        await Until(async () => (await Cluster.GetAsync<V1ConfigMap>(Namespace, "child", Cancelled))!.Metadata.OwnerReferences is null or { Count: 0 });
    }

    [Fact]
    public async Task A_delete_for_another_uid_touches_nothing()
    {
        await Cluster.CreateAsync(ConfigMap(Namespace, "one"), Manager, Cancelled);

        await Refused(ClusterError.Conflict, () => Cluster.DeleteAsync<V1ConfigMap>(Namespace, "one", Cancelled, new Deletion(Uid: "another")));
        Assert.NotNull(await Cluster.GetAsync<V1ConfigMap>(Namespace, "one", Cancelled));
    }

    [Fact]
    public async Task Lists_obey_namespace_and_selector_and_carry_no_managed_fields()
    {
        for (var index = 0; index < 12; index++)
            await Cluster.CreateAsync(ConfigMap(Namespace, $"map-{index:00}").Labelled("part", index % 2 == 0 ? "even" : "odd").Labelled("of", "list"), Manager, Cancelled);

        var even = await Cluster.ListAsync<V1ConfigMap>(Namespace, "of=list,part in (even)", Cancelled);

        Assert.Equal(6, even.Count);
        Assert.All(even, map => Assert.Null(map.Metadata.ManagedFields));
        Assert.Equal(12, (await Cluster.ListAsync<V1ConfigMap>(Namespace, "of=list,!absent,part!=none", Cancelled)).Count);
        Assert.Empty(await Cluster.ListAsync<V1ConfigMap>("nowhere", "of=list", Cancelled));
        Assert.Single((await Cluster.ListAsync<V1ConfigMap>(Resource.Of<V1ConfigMap>(), new Query(Namespace, FieldSelector: "metadata.name=map-03"), Cancelled)).Items);
        await Refused(ClusterError.Invalid, () => Cluster.ListAsync<V1ConfigMap>(Namespace, "a=b=c (", Cancelled));
    }

    [Fact]
    public async Task A_watch_from_a_list_tells_every_change_after_it_and_a_changed_label_as_a_deletion()
    {
        await Cluster.CreateAsync(ConfigMap(Namespace, "before").Labelled("seen", "yes"), Manager, Cancelled);
        var query = new Query(Namespace, "seen=yes");
        var listing = await Cluster.ListAsync<V1ConfigMap>(Resource.Of<V1ConfigMap>(), query, Cancelled);
        await Cluster.CreateAsync(ConfigMap(Namespace, "after").Labelled("seen", "yes"), Manager, Cancelled);
        await Cluster.CreateAsync(ConfigMap(Namespace, "unseen"), Manager, Cancelled);
        await Cluster.PatchMetadataAsync<V1ConfigMap>(Namespace, "before", new MetadataPatch(Labels: new Dictionary<string, string?> { ["seen"] = "no" }), Manager, Cancelled);
        await Cluster.DeleteAsync<V1ConfigMap>(Namespace, "after", Cancelled);

        var changes = await Take(Cluster.WatchAsync<V1ConfigMap>(Resource.Of<V1ConfigMap>(), query, listing.ResourceVersion, Cancelled), 3);

        Assert.Equal(["Added after", "Deleted before", "Deleted after"], changes);
    }

    [Fact]
    public async Task Objects_without_a_model_class_are_found_by_their_kind()
    {
        var resource = (await Cluster.ResolveAsync("v1", "ConfigMap", Cancelled))!;
        var desired = new DynamicObject
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = new V1ObjectMeta { Name = "dynamic", NamespaceProperty = Namespace },
            Fields = { ["data"] = JsonSerializer.SerializeToElement(new { a = "1" }) },
        };
        await Cluster.ApplyAsync<IKubernetesObject<V1ObjectMeta>>(desired, Manager, true, Cancelled);

        Assert.Equal("configmaps", resource.Plural);
        Assert.True(resource.Namespaced);
        Assert.Equal("1", (await Cluster.GetAsync<V1ConfigMap>(Namespace, "dynamic", Cancelled))!.Data["a"]);
        Assert.Equal("1", (await Cluster.GetAsync<DynamicObject>(resource, Namespace, "dynamic", Cancelled))!.Fields["data"].GetProperty("a").GetString());
    }

    [Fact]
    public async Task A_kind_that_is_not_served_resolves_to_nothing_and_cannot_be_applied()
    {
        Assert.Null(await Cluster.ResolveAsync("nowhere.example/v1", "Ghost", Cancelled));
        var ghost = new DynamicObject { ApiVersion = "nowhere.example/v1", Kind = "Ghost", Metadata = new V1ObjectMeta { Name = "ghost", NamespaceProperty = Namespace } };
        await Refused(ClusterError.NotFound, () => Cluster.ApplyAsync(ghost, Manager, true, Cancelled));
    }

    protected static async Task Refused(ClusterError error, Func<Task> call) =>
        Assert.Equal(error, (await Assert.ThrowsAsync<ClusterException>(call)).Error);

    protected static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(Patience);
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }

    protected static async Task<List<string>> Take(IAsyncEnumerable<Change<V1ConfigMap>> changes, int count)
    {
        List<string> taken = [];
        await foreach (var change in changes.WithCancellation(Cancelled))
        {
            if (change.Type != ChangeType.Bookmark)
                taken.Add($"{change.Type} {change.Entity!.Metadata.Name}");
            if (taken.Count == count)
                break;
        }
        return taken;
    }
}
