using System.Text.Json;
using Fleet.Contracts.Agents;
using Fleet.Operator.Demand;
using Fleet.Operator.Local;
using Fleet.Operator.Local.Manifests;
using Fleet.Operator.Local.Processes;
using Fleet.Operator.Pools;
using Fleet.Runtime.Cluster;
using Fleet.Runtime.Cluster.Memory;
using k8s;
using k8s.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Fleet.Operator.Tests.Pools;

/// <summary>The loop on a cluster in memory, with pods that answer over real HTTP.</summary>
public sealed class PoolLoopTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 11, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryCluster _cluster;
    private readonly HttpClient _http = new();
    private readonly AgentDoor _agents = new();
    private readonly PoolLoop _loop;
    private readonly HashSet<string> _drained = [];
    private readonly WebApplication _pods = WebApplication.CreateSlimBuilder().Build();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort.Take()}");
    private string _load = "0";
    private int _busy;

    public PoolLoopTests()
    {
        _cluster = new(_clock);
        _cluster.Serve(PoolResource.Pools);
        _cluster.Serve(PoolResource.Peaks);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        _loop = new(_cluster, new Scraper(_http, _clock), _agents, new Terminal(console, _clock), _clock);
    }

    public async ValueTask InitializeAsync()
    {
        _pods.Urls.Add(_address.ToString());
        _pods.MapGet("/metrics", () => $"fleet_load{{metric=\"turns_active\"}} {_load}\nfleet_load{{metric=\"turns_waiting\"}} 0\n");
        _pods.MapPost("/drain", () => _drained.Add("any"));
        _pods.MapGet("/drain", () => new { draining = true, turns = _busy });
        await _pods.StartAsync();
        await PoolAsync(2, 8);
        await _loop.LookAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _agents.Dispose();
        await _pods.DisposeAsync();
    }

    [Fact]
    public async Task A_new_pool_gets_a_deployment_of_its_minimum_that_it_owns()
    {
        var deployment = (await DeploymentAsync())!;

        Assert.Equal(2, deployment.Spec.Replicas);
        Assert.Equal("AgentPool", Assert.Single(deployment.Metadata.OwnerReferences).Kind);
        Assert.Equal("Orders", deployment.Spec.Template.Metadata.Labels[Labels.Role]);
    }

    [Fact]
    public async Task Load_grows_the_pool_and_the_status_says_why()
    {
        _load = "30";
        await TicksAsync(30);

        Assert.True((await DeploymentAsync())!.Spec.Replicas >= 4);
        var decision = (await StatusAsync()).GetProperty("decision");
        Assert.NotEqual("Minimum", decision.GetProperty("winner").GetString());
        Assert.NotEmpty(decision.GetProperty("reason").GetString()!);
        Assert.Equal("True", await ConditionAsync("DemandKnown"));
    }

    [Fact]
    public async Task A_calm_pool_shrinks_only_after_the_window_and_only_by_drained_pods()
    {
        _load = "30";
        await TicksAsync(40);
        var grown = (await DeploymentAsync())!.Spec.Replicas!.Value;

        (_load, _busy) = ("0", 1);
        await TicksAsync(5);
        Assert.Equal(grown, (await DeploymentAsync())!.Spec.Replicas);
        Assert.Empty(_drained);

        await TicksAsync(70);
        Assert.NotEmpty(_drained);
        Assert.Equal(grown, (await DeploymentAsync())!.Spec.Replicas);

        _busy = 0;
        await TicksAsync(60);
        Assert.Equal(2, (await DeploymentAsync())!.Spec.Replicas);
    }

    [Fact]
    public async Task Metrics_that_are_gone_are_unknown_and_lower_nothing()
    {
        _load = "30";
        await TicksAsync(40);
        var grown = (await DeploymentAsync())!.Spec.Replicas;

        _load = "NaN";
        await TicksAsync(200);

        Assert.Equal(grown, (await DeploymentAsync())!.Spec.Replicas);
        Assert.Equal("False", await ConditionAsync("DemandKnown"));
    }

    [Fact]
    public async Task An_edited_pool_is_looked_at_without_waiting_and_a_quiet_one_is_not_written()
    {
        await TicksAsync(10);
        var before = (await DeploymentAsync())!.Metadata.ResourceVersion;
        await TicksAsync(10);
        Assert.Equal(before, (await DeploymentAsync())!.Metadata.ResourceVersion);

        await PoolAsync(5, 8);
        await _loop.LookAsync(CancellationToken.None);
        Assert.Equal(5, (await DeploymentAsync())!.Spec.Replicas);
    }

    /// <summary>So many looks, two seconds apart, with a cluster that gives the pods that are asked for.</summary>
    private async Task TicksAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await PodsAsync();
            await _loop.LookAsync(CancellationToken.None);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    private async Task PodsAsync()
    {
        var wanted = (await DeploymentAsync())!.Spec.Replicas!.Value;
        var pods = await _cluster.ListAsync<V1Pod>("default", null, CancellationToken.None);
        for (var i = pods.Count; i < wanted; i++)
        {
            var pod = new V1Pod
            {
                ApiVersion = "v1",
                Kind = "Pod",
                Metadata = new()
                {
                    Name = $"orders-{Guid.NewGuid():N}", NamespaceProperty = "default", Labels = new Dictionary<string, string> { [Labels.Pool] = "orders" },
                    Annotations = new Dictionary<string, string> { [PodAddress.Annotation] = _address.ToString() },
                },
                Spec = new() { Containers = [new() { Name = "agent" }] },
                Status = new() { StartTime = _clock.GetUtcNow().UtcDateTime, Conditions = [new() { Type = "Ready", Status = "True", LastTransitionTime = _clock.GetUtcNow().UtcDateTime }] },
            };
            await _cluster.CreateAsync(pod, "test", CancellationToken.None);
            await _cluster.ApplyStatusAsync(pod, "test", CancellationToken.None);
        }
        foreach (var pod in Victims.Order(pods, PodState.IsReady, pod => pod, pod => pod.Status.StartTime).Take(pods.Count - wanted))
            await _cluster.DeleteAsync<V1Pod>("default", pod.Metadata.Name, CancellationToken.None);
    }

    private Task PoolAsync(int minimum, int maximum) => _cluster.ApplyAsync<IKubernetesObject<V1ObjectMeta>>(
        Manifests.Read(
            $$"""
            apiVersion: agentfleet.dev/v1beta1
            kind: AgentPool
            metadata: { name: orders }
            spec:
              role: Orders
              scaling:
                minReplicas: {{minimum}}
                maxReplicas: {{maximum}}
                target: { metric: Turns, perReplica: 40, utilization: 70 }
                scaleDown: { window: 60s, maxPercentPerMinute: 100, drainTimeout: 300s }
            """, []).Objects[0],
        ManifestFolder.Manager, true, CancellationToken.None);

    private Task<V1Deployment?> DeploymentAsync() => _cluster.GetAsync<V1Deployment>("default", "orders", CancellationToken.None);

    private async Task<JsonElement> StatusAsync() =>
        (await _cluster.GetAsync<DynamicObject>(PoolResource.Pools, "default", "orders", CancellationToken.None))!.Fields["status"];

    private async Task<string?> ConditionAsync(string type) => (await StatusAsync()).GetProperty("conditions").EnumerateArray()
        .Single(one => one.GetProperty("type").GetString() == type).GetProperty("status").GetString();
}
