using Fleet.Contracts.Agents;
using Fleet.Core.Manifests;
using Fleet.Core.Pools;

namespace Fleet.Operator.Commands;

/// <summary>Prints every object that the operator would make of a pool.</summary>
internal sealed class RenderCommand : ICommand
{
    private const string Image = "--agent-image";
    private const string Plain = "--plain";

    public string Name => "render";

    public string Summary => "print every object of a pool as YAML";

    public string Operands => "POOL.yaml";

    public IReadOnlyList<Option> Options { get; } =
    [
        new(Image, "IMAGE", "image of pools that name none"),
        new(Plain, null, "as in a cluster without Dapr and the Prometheus operator"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Operands is not [var file])
            throw new UsageException("render takes one file: fleet render POOL.yaml");
        string text;
        try
        {
            text = file == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{file} cannot be read: {unreadable.Message}", unreadable);
        }
        var read = ManifestReader.Read(text, file);
        if (read.Violations.Count > 0)
            throw new FailureException($"{file} is refused:\n" + string.Join('\n', read.Violations.Select(violation => "  " + violation)));

        var defaults = new OperatorDefaults(arguments[Image] ?? "ghcr.io/agentfleet/agent:1.0.0");
        var pools = read.Pools.Select(pool => Defaults.Of(pool, defaults)).ToList();
        var context = arguments.Has(Plain) ? new PoolContext() : PoolContext.Everything;
        Console.Out.Write(YamlText.Write(pools.SelectMany(pool => PoolManifests.Build(pool, context with
        {
            Replicas = pool.Spec.Scaling.MinReplicas,
            Peers = [.. pools.Where(peer => peer.Metadata.NamespaceProperty == pool.Metadata.NamespaceProperty)
                .Select(peer => new Peer(peer.Metadata.Name, peer.Spec.Role ?? AgentRole.Router, peer.Spec.Dapr.AppPort))],
        }))));
        return 0;
    }
}
