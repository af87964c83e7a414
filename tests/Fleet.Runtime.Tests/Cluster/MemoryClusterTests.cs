using Fleet.Runtime.Cluster;
using Fleet.Runtime.Cluster.Memory;
using k8s.Models;
using static Fleet.Runtime.Tests.Cluster.Samples;

namespace Fleet.Runtime.Tests.Cluster;

public sealed class MemoryClusterTests : ClusterContract
{
    private readonly MemoryCluster _cluster = new();

    protected override ICluster Cluster => _cluster;

    [Fact]
    public async Task A_watch_from_before_a_compaction_is_expired()
    {
        var listing = await _cluster.ListAsync<V1ConfigMap>(Resource.Of<V1ConfigMap>(), new Query(Namespace), Cancelled);
        await _cluster.CreateAsync(ConfigMap(Namespace, "one"), "test", Cancelled);
        _cluster.Compact();

        await Refused(ClusterError.Expired, () => Take(_cluster.WatchAsync<V1ConfigMap>(Resource.Of<V1ConfigMap>(), new Query(Namespace), listing.ResourceVersion, Cancelled), 1));
    }

    [Fact]
    public async Task A_withdrawn_kind_is_not_found_until_it_is_served_again()
    {
        _cluster.Withdraw(Resource.Of<V1ConfigMap>());
        Assert.Null(await _cluster.ResolveAsync("v1", "ConfigMap", Cancelled));
        await Refused(ClusterError.NotFound, () => _cluster.ListAsync<V1ConfigMap>(Namespace, null, Cancelled));

        _cluster.Serve(Resource.Of<V1ConfigMap>());
        Assert.Empty(await _cluster.ListAsync<V1ConfigMap>(Namespace, null, Cancelled));
    }
}
