using Fleet.Operator.Local;
using Fleet.Operator.Local.Manifests;
using Fleet.Operator.Pools;
using Fleet.Runtime.Cluster;
using Fleet.Runtime.Cluster.Memory;
using Spectre.Console;

namespace Fleet.Operator.Tests.Local;

public sealed class ManifestFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fleet-manifests-").FullName;
    private readonly MemoryCluster _cluster = new();
    private readonly StringWriter _written = new();
    private readonly ManifestFolder _manifests;

    public ManifestFolderTests()
    {
        _cluster.Serve(PoolResource.Pools);
        _cluster.Serve(PoolResource.Peaks);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_written) });
        console.Profile.Width = 240;
        _manifests = new(_folder, _cluster, new Terminal(console, TimeProvider.System));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_bad_file_is_refused_with_every_violation_and_what_it_said_before_stays()
    {
        await WriteAsync("orders.yaml", Pool("orders", "Orders", 2));
        await _manifests.ReadAsync(CancellationToken.None);

        await WriteAsync("orders.yaml", Pool("orders", "Ordres", 500).Replace("minReplicas", "minReplica", StringComparison.Ordinal).Replace("maxReplicas: 3", "maxReplicas: none", StringComparison.Ordinal));
        await _manifests.ReadAsync(CancellationToken.None);

        Assert.Contains(_manifests.Refused, line => line.StartsWith("orders.yaml: spec.role:", StringComparison.Ordinal));
        Assert.Contains(_manifests.Refused, line => line.Contains("spec.scaling.minReplica", StringComparison.Ordinal));
        Assert.Contains(_manifests.Refused, line => line.Contains("spec.scaling.maxReplicas", StringComparison.Ordinal));
        Assert.Equal(2, (await PoolAsync("orders"))!.Value.GetProperty("scaling").GetProperty("minReplicas").GetInt32());
        Assert.Contains("stays in force", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_file_takes_effect_and_a_deleted_one_takes_its_pool_along()
    {
        await WriteAsync("orders.yaml", Pool("orders", "Orders", 1));
        await _manifests.ReadAsync(CancellationToken.None);
        await WriteAsync("orders.yaml", Pool("orders", "Orders", 3));
        await _manifests.ReadAsync(CancellationToken.None);
        Assert.Equal(3, (await PoolAsync("orders"))!.Value.GetProperty("scaling").GetProperty("minReplicas").GetInt32());

        File.Delete(Path.Combine(_folder, "orders.yaml"));
        await _manifests.ReadAsync(CancellationToken.None);

        Assert.Null(await PoolAsync("orders"));
    }

    [Theory]
    [InlineData("a: [1\nb: }")]
    [InlineData("a: b: c")]
    [InlineData("\u0001")]
    [InlineData("- just\n- a list")]
    [InlineData("")]
    public async Task Text_that_is_no_yaml_is_refused_and_the_other_files_are_taken(string broken)
    {
        await WriteAsync("broken.yaml", broken);
        await WriteAsync("orders.yaml", Pool("orders", "Orders", 1));
        await _manifests.ReadAsync(CancellationToken.None);

        Assert.Contains(_manifests.Refused, line => line.StartsWith("broken.yaml: ", StringComparison.Ordinal));
        Assert.NotNull(await PoolAsync("orders"));
    }

    [Fact]
    public void The_samples_are_in_order()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.yaml"))
            Assert.Empty(Manifests.Read(File.ReadAllText(file), []).Violations);
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(_folder, file), text);

    private async Task<System.Text.Json.JsonElement?> PoolAsync(string name) =>
        (await _cluster.GetAsync<DynamicObject>(PoolResource.Pools, "default", name, CancellationToken.None))?.Fields["spec"];

    private static string Pool(string name, string role, int minimum) => $$"""
        apiVersion: agentfleet.dev/v1beta1
        kind: AgentPool
        metadata: { name: {{name}} }
        spec:
          role: {{role}}
          scaling: { minReplicas: {{minimum}}, maxReplicas: 3 }
        """;
}
