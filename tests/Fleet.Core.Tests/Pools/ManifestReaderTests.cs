using Fleet.Contracts.Agents;
using Fleet.Core.Peaks;
using Fleet.Core.Pools;
using Fleet.Core.Scaling;
using k8s;

namespace Fleet.Core.Tests.Pools;

public sealed class ManifestReaderTests
{
    private const string Full = """
        apiVersion: agentfleet.dev/v1beta1
        kind: AgentPool
        metadata: { name: orders, namespace: shop }
        spec:
          role: Orders
          image: ghcr.io/agentfleet/agent:1.0.0
          scaling:
            mode: Preview
            minReplicas: 3
            maxReplicas: 50
            target: { metric: Calls, perReplica: 12, utilization: 60 }
            buffer: { replicas: 2 }
            panic: { window: 10s, threshold: 300 }
            scaleDown: { window: 10m, maxPercentPerMinute: 20, drainTimeout: 1m30s }
            forecast: Off
          sessions: { redisSecretRef: { name: fleet-redis }, idleTimeout: 45m, encryptionKeySecretRef: { name: fleet-keys } }
          model: { provider: OpenAI, endpoint: https://models.example.com/v1, name: qwen3, apiKeySecretRef: { name: model }, timeout: 1500ms }
          dapr: { enabled: false, appPort: 8081, logLevel: warn }
          availability: { objective: 99.9, spread: Node }
          rollout: { strategy: Canary, steps: [5, 25], minTurns: 500, maxErrorPercent: 0.5, maxP95: 800ms }
          podTemplate: { spec: { nodeSelector: { disk: fast } } }
        """;

    private const string Peak = """
        apiVersion: agentfleet.dev/v1beta1
        kind: SalesPeak
        metadata: { name: double-11, namespace: shop }
        spec:
          timeZone: Asia/Shanghai
          start: "2026-11-10T20:00"
          end: "2026-11-12T02:00"
          leadTime: 30m
          rampDown: 2h
          pools: { matchLabels: { tier: front } }
          floor: { multiplier: 4, expected: { conversationsPerHour: 12000, averageHandleTime: 4m, serviceLevel: { percent: 97, within: 20s } } }
        """;

    [Fact]
    public void Every_field_of_a_pool_arrives()
    {
        var pool = ManifestReader.Read(Full).Pools.Single();

        Assert.Equal(AgentRole.Orders, pool.Spec.Role);
        Assert.Equal(ScalingMode.Preview, pool.Spec.Scaling.Mode);
        Assert.Equal(LoadTarget.Calls, pool.Spec.Scaling.Target.Metric);
        Assert.Equal(2, pool.Spec.Scaling.Buffer.Replicas);
        Assert.Equal(TimeSpan.FromSeconds(90), pool.Spec.Scaling.ScaleDown.DrainTimeout);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), pool.Spec.Model!.Timeout);
        Assert.Equal(DaprLogLevel.Warn, pool.Spec.Dapr.LogLevel);
        Assert.Equal(Spread.Node, pool.Spec.Availability.Spread);
        Assert.Equal([5, 25], pool.Spec.Rollout.Steps);
        Assert.Equal("fast", (string?)pool.Spec.PodTemplate!["spec"]!["nodeSelector"]!["disk"]);
        Assert.Equal(12, pool.Spec.Policy().PerReplica);
    }

    [Fact]
    public void Every_field_of_a_peak_arrives()
    {
        var peak = ManifestReader.Read(Peak).Peaks.Single();

        Assert.Equal(TimeSpan.FromHours(2), peak.Spec.RampDown);
        Assert.Equal(4, peak.Spec.Floor.Multiplier);
        Assert.Equal(12000, peak.Entry().Floor.Expected!.ConversationsPerHour);
        Assert.True(peak.Lifts(new Dictionary<string, string> { ["tier"] = "front", ["other"] = "x" }));
        Assert.False(peak.Lifts(null));
    }

    [Fact]
    public void What_was_read_is_written_back_the_same()
    {
        var once = KubernetesJson.Serialize(ManifestReader.Read(Full).Pools.Single());
        var twice = KubernetesJson.Serialize(KubernetesJson.Deserialize<AgentPool>(once));

        Assert.Equal(once, twice);
        Assert.Contains("\"drainTimeout\":\"1m30s\"", once, StringComparison.Ordinal);
        Assert.Contains("\"logLevel\":\"warn\"", once, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_of_a_role_alone_has_the_defaults_of_the_schema()
    {
        var pool = ManifestReader.Read("{apiVersion: agentfleet.dev/v1beta1, kind: AgentPool, metadata: {name: a}, spec: {role: Router, model: null}}").Pools.Single();

        Assert.Equal(new ScalingSpec(), pool.Spec.Scaling);
        Assert.Equal("default", pool.Metadata.NamespaceProperty);
        Assert.Equal("agent:2", Defaults.Of(pool, new("agent:2", "redis")).Spec.Image);
        Assert.Equal("redis", Defaults.Of(pool, new("agent:2", "redis")).Spec.Sessions.RedisSecretRef!.Name);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_with_path_line_and_what_would_be_right()
    {
        var wrong = ManifestReader.Read("""
            apiVersion: agentfleet.dev/v1beta1
            kind: AgentPool
            metadata: { name: orders }
            spec:
              role: Order
              scaling:
                minReplica: 3
                maxReplicas: 0
                panic: { window: fast }
                target: { perReplica: 1.5 }
              dapr: yes please
            """).Violations.Select(one => one.ToString());

        Assert.Equal(
            [
                "spec.role: is 'Order', must be one of Router, Orders, AfterSales, Promotions, Desk, Outreach. Did you mean Orders? (line 5)",
                "spec.scaling.minReplica: is no field. Did you mean minReplicas? (line 7)",
                "spec.scaling.maxReplicas: is 0, must be a whole number from 1 to 10000 (line 8)",
                "spec.scaling.panic.window: is 'fast', must be a duration such as 30s, 5m or 1h30m (line 9)",
                "spec.scaling.target.perReplica: is 1.5, must be a whole number (line 10)",
                "spec.dapr: is 'yes please', must be a mapping (line 11)",
            ],
            wrong);
    }

    [Theory]
    [InlineData("scaling: { minReplicas: 9, maxReplicas: 3 }", "spec.scaling.minReplicas: must not be more than maxReplicas")]
    [InlineData("scaling: { panic: { window: 2m } }", "spec.scaling.panic.window: must lie between 1s and 60s")]
    [InlineData("sessions: { idleTimeout: 10s }", "spec.sessions.idleTimeout: must lie between 1m and 168h")]
    [InlineData("rollout: { steps: [50, 10] }", "spec.rollout.steps: must rise and lie between 1 and 99")]
    [InlineData("dapr: { appPort: 3500 }", "spec.dapr.appPort: is a port that the Dapr sidecar takes; 8080 is free")]
    [InlineData("podTemplate: { metadata: { labels: { agentfleet.dev/pool: other } } }", "spec.podTemplate.metadata.labels: must not set labels of agentfleet.dev; the pool selects its pods by them")]
    [InlineData("model: { endpoint: models, name: a }", "spec.model.endpoint: is 'models', must be a text such as https://models.example.com/v1")]
    public void A_rule_between_fields_names_the_field(string field, string expected)
    {
        var wrong = ManifestReader.Read($"{{apiVersion: agentfleet.dev/v1beta1, kind: AgentPool, metadata: {{name: a}}, spec: {{role: Router, {field}}}}}").Violations;

        Assert.Equal(expected, (Assert.Single(wrong) with { Line = null }).ToString());
    }

    [Theory]
    [InlineData("timeZone: Asia/Beijing, start: '2026-11-10T20:00', end: '2026-11-11T20:00', floor: {replicas: 3}", "spec.timeZone")]
    [InlineData("timeZone: Asia/Shanghai, start: '2026-11-10T20:00', floor: {replicas: 3}", "spec.end")]
    [InlineData("timeZone: Asia/Shanghai, start: '2026-11-10T20:00', end: '2026-11-10T19:00', floor: {replicas: 3}", "spec.end")]
    [InlineData("timeZone: Asia/Shanghai, start: '2026-13-10T20:00', end: '2026-13-11T20:00', floor: {replicas: 3}", "spec.start")]
    [InlineData("timeZone: Asia/Shanghai, cron: '0 20 * * FRI', floor: {replicas: 3}", "spec.duration")]
    [InlineData("timeZone: Asia/Shanghai, cron: '0 20 * * FRI', duration: 2h, floor: {}", "spec.floor")]
    [InlineData("timeZone: Asia/Shanghai, cron: '0 20 * * FRI', duration: 2h", "spec.floor")]
    [InlineData("timeZone: Asia/Shanghai, floor: {replicas: 3}", "spec.start")]
    public void A_peak_that_cannot_be_is_refused_at_its_field(string spec, string path)
    {
        var wrong = ManifestReader.Read($"{{apiVersion: agentfleet.dev/v1beta1, kind: SalesPeak, metadata: {{name: a}}, spec: {{{spec}}}}}").Violations;

        Assert.Contains(path, wrong.Select(one => one.Path));
    }

    [Fact]
    public void Text_that_is_no_yaml_says_where_it_breaks()
    {
        var broken = ManifestReader.Read("spec: [", "pool.yaml");

        Assert.Equal("pool.yaml", Assert.Single(broken.Violations).Path);
        Assert.Empty(broken.Objects);
    }

    [Fact]
    public void Role_of_a_pool_cannot_change()
    {
        var before = ManifestReader.Read(Full).Pools.Single();
        var after = ManifestReader.Read(Full.Replace("role: Orders", "role: Router", StringComparison.Ordinal)).Pools.Single();

        Assert.Equal("spec.role", Assert.Single(Rules.Check(after, before)).Path);
    }
}
