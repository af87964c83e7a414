using Fleet.Contracts.Agents;
using Fleet.Core.Manifests;
using Fleet.Core.Pools;
using Fleet.TestKit;
using k8s.Models;

namespace Fleet.Core.Tests.Manifests;

public sealed class PoolManifestTests
{
    private static readonly PoolContext Context = PoolContext.Everything with
    {
        Replicas = 3, Peers = [new("orders", AgentRole.Orders, 8080), new("after-sales", AgentRole.AfterSales, 8081), new("router", AgentRole.Router, 8080)],
    };

    [Theory]
    [InlineData("plain-orders", false)]
    [InlineData("router-dapr", true)]
    [InlineData("patched-canary", false)]
    public void A_pool_becomes_these_objects(string folder, bool everything)
    {
        var pool = Pool(folder);

        Snapshot.Matches(
            YamlText.Write(PoolManifests.Build(pool, everything ? Context : new() { Replicas = 3 })), Repository.At("tests", "Fleet.Core.Tests", "Manifests", "Cases", folder, "objects.yaml"));
    }

    [Fact]
    public void No_patch_takes_a_pod_away_from_its_pool()
    {
        var template = PoolManifests.Deployment(Pool("patched-canary"), new()).Spec.Template;

        Assert.All(PoolNames.LabelsOf(Pool("patched-canary")), label => Assert.Equal(label.Value, template.Metadata.Labels[label.Key]));
        Assert.Equal("care", template.Metadata.Labels["team"]);
        Assert.NotEqual("mine", template.Metadata.Annotations[PoolNames.ConfigHash]);
    }

    [Fact]
    public void Pods_roll_when_a_setting_they_read_changes_and_not_when_the_size_does()
    {
        string Hash(Func<AgentPoolSpec, AgentPoolSpec> change)
        {
            var pool = Pool("plain-orders");
            pool.Spec = change(pool.Spec);
            return PoolManifests.Deployment(pool, new()).Metadata.Annotations[PoolNames.TemplateHash];
        }

        var before = Hash(spec => spec);
        Assert.Equal(before, Hash(spec => spec with { Scaling = spec.Scaling with { MaxReplicas = 7 }, Availability = spec.Availability with { Objective = 99 } }));
        Assert.NotEqual(before, Hash(spec => spec with { Sessions = spec.Sessions with { IdleTimeout = TimeSpan.FromMinutes(7) } }));
        Assert.NotEqual(before, Hash(spec => spec with { Image = "agent:2" }));
    }

    [Fact]
    public void A_pod_has_time_to_drain_before_it_is_killed()
    {
        var template = PoolManifests.Deployment(Pool("router-dapr"), Context).Spec.Template;

        Assert.Equal("50s", template.Metadata.Annotations["dapr.io/block-shutdown-duration"]);
        Assert.True(template.Spec.TerminationGracePeriodSeconds > 50 + 5);
    }

    [Fact]
    public void Everything_carries_the_pools_owner_reference()
    {
        var pool = Pool("router-dapr");

        Assert.All(PoolManifests.Build(pool, Context), one => Assert.True(PoolNames.Owns(pool, one.Metadata), one.Kind));
    }

    [Fact]
    public void Objects_are_told_apart_by_kind_and_name()
    {
        var keys = PoolManifests.Build(Pool("router-dapr"), Context).Select(PoolManifests.Key).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Single(PoolManifests.Build(Pool("router-dapr"), Context).OfType<V1Deployment>());
    }

    private static AgentPool Pool(string folder) => Defaults.Of(
        ManifestReader.Read(File.ReadAllText(Repository.At("tests", "Fleet.Core.Tests", "Manifests", "Cases", folder, "pool.yaml"))).Pools.Single(), new("agent:default"));
}
