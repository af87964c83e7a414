using Fleet.Contracts.Agents;
using Fleet.Core.Manifests;
using Fleet.Core.Peaks;
using Fleet.Core.Planning;
using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using k8s.Models;

namespace Fleet.Core.Tests.Planning;

public sealed class PlannerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 11, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_pool_begins_at_its_minimum_with_everything_it_owns()
    {
        var plan = Planner.Plan(Seen(), Now);

        Assert.Equal(2, Replicas(plan));
        Assert.Equal(["ServiceAccount", "ConfigMap", "Service", "NetworkPolicy", "Deployment", "PodDisruptionBudget"], plan.Apply.Select(one => one.Kind));
        Assert.Equal("PodsStarting", Condition(plan, "Ready").Reason);
    }

    [Fact]
    public void Surplus_pods_are_marked_by_least_work_and_replicas_wait_for_them()
    {
        var plan = Planner.Plan(Off(3, 1, ("a", 4), ("b", 0), ("c", 9)), Now);

        Assert.Equal(["b", "a"], plan.DrainStart);
        Assert.Equal(3, Replicas(plan));
        Assert.All(plan.Patch, mark => Assert.Equal("-100", mark.Annotations[Marks.DeletionCost]));
    }

    [Fact]
    public void A_drained_pod_gives_its_replica_back_and_a_busy_one_holds_on_until_its_time_is_over()
    {
        var seen = Off(3, 1, ("a", 2), ("b", 0), ("c", 9));
        seen = seen with { Pods = [.. seen.Pods.Select(pod => pod.Name == "c" ? pod : pod with { DrainingSince = Now })] };

        var soon = Planner.Plan(seen, Now.AddSeconds(2));
        var late = Planner.Plan(seen, Now.AddMinutes(3));

        Assert.Equal(2, Replicas(soon));
        Assert.Equal("b", Assert.Single(soon.Patch).Pod);
        Assert.Equal(1, Replicas(late));
    }

    [Fact]
    public void Planning_again_after_the_plan_was_carried_out_finds_nothing_to_do()
    {
        foreach (var (replicas, wanted, work) in from replicas in Enumerable.Range(1, 5) from wanted in Enumerable.Range(0, 6) from work in new[] { 0, 3 } select (replicas, wanted, work))
        {
            var seen = Off(replicas, wanted, [.. Enumerable.Range(0, replicas).Select(i => ($"pod-{i}", work + i))]);
            var first = Planner.Plan(seen, Now);
            var after = CarriedOut(seen, first);
            var second = Planner.Plan(after, Now);
            var third = Planner.Plan(CarriedOut(after, second), Now);

            Assert.Empty(second.DrainStart);
            Assert.Empty(third.Patch);
            Assert.Empty(third.Delete);
            Assert.Equal(Replicas(second), Replicas(third));
            Assert.Equal(second.Status.Conditions, third.Status.Conditions);
        }
    }

    [Fact]
    public void A_deployment_of_somebody_else_is_left_alone()
    {
        var seen = Seen();
        var plan = Planner.Plan(seen with { Deployment = new() { ApiVersion = "apps/v1", Kind = "Deployment", Metadata = new() { Name = "orders" }, Spec = new() { Replicas = 7 } } }, Now);

        Assert.Empty(plan.Apply);
        Assert.Empty(plan.DrainStart);
        Assert.Equal("NotOurs", Condition(plan, "Degraded").Reason);
        Assert.Contains(plan.Events, one => one is { Warning: true, Reason: "NotOurs" });
    }

    [Fact]
    public void A_foreign_scaler_stops_ours_and_is_named()
    {
        var plan = Planner.Plan(Off(3, 1, ("a", 0), ("b", 0), ("c", 0)) with { ForeignScalers = ["HorizontalPodAutoscaler/web"] }, Now);

        Assert.Equal(3, Replicas(plan));
        Assert.Empty(plan.DrainStart);
        Assert.Equal("ForeignScaler", Condition(plan, "ScalingActive").Reason);
    }

    [Fact]
    public void What_the_pool_owns_and_no_longer_wants_goes_and_nothing_else()
    {
        var pool = Pool();
        V1ConfigMap Map(string name, bool ours) => new() { ApiVersion = "v1", Kind = "ConfigMap", Metadata = new() { Name = name, OwnerReferences = ours ? [PoolNames.Owner(pool)] : null } };

        var plan = Planner.Plan(Seen() with { Objects = [Map("old", true), Map("theirs", false), Map("orders", true)] }, Now);

        Assert.Equal("old", Assert.Single(plan.Delete).Metadata.Name);
    }

    [Fact]
    public void A_peak_lifts_the_pool_and_both_say_so()
    {
        var peak = new SalesPeak
        {
            Metadata = new() { Name = "double-11" },
            Spec = new() { TimeZone = "Asia/Shanghai", Start = "2026-11-11T08:10", End = "2026-11-11T20:00", Floor = new() { Replicas = 9 } },
        };

        var plan = Planner.Plan(Seen() with { Peaks = [peak] }, Now);
        var pool = Pool();
        pool.Status = plan.Status;
        var (status, next) = PeakPlanner.Plan(peak, [pool], Now);

        Assert.Equal(9, Replicas(plan));
        Assert.Equal("double-11 (Warming)", plan.Status.Peak);
        Assert.Equal(PeakPhase.Warming, status.Phase);
        Assert.Equal("0/1", status.Ready);
        Assert.Equal(new(2026, 11, 11, 0, 10, 0, TimeSpan.Zero), next);
        Assert.True(Assert.Single(status.Preflight).Ok);
    }

    [Fact]
    public void A_pod_without_its_sidecar_is_replaced_one_at_a_time()
    {
        var seen = Off(2, 2, ("a", 0), ("b", 0));
        var plan = Planner.Plan(seen with { Context = new() { Dapr = true }, Pods = [.. seen.Pods.Select(pod => pod with { HasSidecar = false })] }, Now);

        Assert.Equal("a", Assert.Single(plan.DeletePods));
        Assert.Equal("False", Condition(plan, "SidecarsReady").Status);
    }

    private static AgentPool Pool() => new()
    {
        Metadata = new() { Name = "orders", NamespaceProperty = "shop", Uid = "1", Generation = 1 },
        Spec = new() { Role = AgentRole.Orders, Image = "agent:1" },
    };

    private static PoolObservation Seen() => new() { Pool = Pool() };

    /// <summary>A pool whose size a person sets, with pods that hold so much work.</summary>
    private static PoolObservation Off(int replicas, int wanted, params (string Name, int Work)[] pods)
    {
        var pool = Pool();
        pool.Spec = pool.Spec with { Replicas = wanted, Scaling = new() { Mode = ScalingMode.Off } };
        return new()
        {
            Pool = pool,
            Deployment = PoolManifests.Deployment(pool, new() { Replicas = replicas }),
            Pods = [.. pods.Select(pod => new SeenPod(pod.Name, Ready: true, StartedAt: Now.AddHours(-1), Work: pod.Work))],
        };
    }

    private static PoolObservation CarriedOut(PoolObservation seen, Plan plan)
    {
        var marks = plan.Patch.ToDictionary(mark => mark.Pod, mark => mark.Annotations);
        string? Mark(string pod, string name) => marks.GetValueOrDefault(pod)?.GetValueOrDefault(name);
        var pool = Pool();
        (pool.Spec, pool.Status) = (seen.Pool.Spec, plan.Status);
        return seen with
        {
            Pool = pool,
            Memory = plan.Memory,
            Deployment = plan.Apply.OfType<V1Deployment>().Single(),
            Pods = [.. seen.Pods.Select(pod => pod with
            {
                DrainingSince = Marks.Read(Mark(pod.Name, Marks.Draining)) ?? pod.DrainingSince,
                ReleasedAt = Marks.Read(Mark(pod.Name, Marks.Released)) ?? pod.ReleasedAt,
            })],
        };
    }

    private static int? Replicas(Plan plan) => plan.Apply.OfType<V1Deployment>().Single().Spec.Replicas;

    private static ConditionStatus Condition(Plan plan, string type) => plan.Status.Conditions.Single(one => one.Type == type);
}
