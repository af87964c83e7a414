using System.Text.Json;
using System.Text.Json.Nodes;
using Fleet.Operator.Pools;
using Fleet.Operator.Local.Processes;
using Fleet.Runtime.Cluster;
using k8s;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>What <c>/fleet</c> shows: the pools as kubectl would, with the processes behind them and what was refused of the manifests.</summary>
internal sealed class FleetState(ICluster cluster, ProcessController processes, Func<IReadOnlyList<string>> refused)
{

    /// <summary><c>{pools: [AgentPool], processes: [{name, pool, role, ready, address, processId, memoryBytes, restarts, startSeconds, lastEnd}], refused: [line]}</c>.</summary>
    public async Task<JsonObject> ReadAsync(CancellationToken cancellationToken)
    {
        var pools = await cluster.ListAsync<DynamicObject>(PoolResource.Pools, new Query(), cancellationToken);
        return new JsonObject
        {
            ["pools"] = new JsonArray([.. pools.Items.OrderBy(pool => pool.Metadata.Name, StringComparer.Ordinal).Select(Pool)]),
            ["processes"] = new JsonArray([.. processes.Pods.Select(Process)]),
            ["refused"] = new JsonArray([.. refused().Select(line => (JsonNode)line)]),
        };
    }

    private static JsonNode? Pool(DynamicObject pool)
    {
        var json = JsonNode.Parse(KubernetesJson.Serialize(pool))!;
        var metadata = json["metadata"]!.AsObject();
        metadata.Remove("managedFields");
        return json;
    }

    private static JsonObject Process(LocalPod pod) => new()
    {
        ["name"] = pod.Name,
        ["pool"] = pod.Pool,
        ["role"] = pod.Role,
        ["ready"] = pod.Ready,
        ["draining"] = pod.Stopping,
        ["address"] = pod.Address?.ToString(),
        ["processId"] = pod.ProcessId,
        ["memoryBytes"] = pod.Memory,
        ["restarts"] = pod.Restarts,
        ["startSeconds"] = pod.ReadyAt is { } ready ? Math.Round((ready - pod.StartedAt).TotalSeconds, 2) : null,
        ["lastEnd"] = pod.LastEnd,
    };

    /// <summary>How the page is written: indented, Chinese as it is.</summary>
    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
