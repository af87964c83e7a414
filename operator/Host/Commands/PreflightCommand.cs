using System.Globalization;
using Fleet.Operator.Preflight;
using k8s;
using k8s.Exceptions;
using Spectre.Console;

namespace Fleet.Operator.Commands;

/// <summary>Looks whether a cluster is ready for a fleet, and says so in plain words.</summary>
internal sealed class PreflightCommand : ICommand
{
    public string Name => "preflight";

    public string Summary => "look whether a cluster is ready: permissions, CRDs, Dapr, nodes, quota, Redis";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--namespace", "NAME", "where the pools will stand (default: the one of the kubeconfig's context)"),
        new("--replicas", "N", "pods that are to fit at the peak (default 20)"),
        new("--redis-secret", "NAME", "secret with the Redis configuration (default fleet-redis)"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (!int.TryParse(arguments["--replicas"] ?? "20", NumberStyles.None, CultureInfo.InvariantCulture, out var replicas))
            throw new UsageException($"--replicas {arguments["--replicas"]}: give a whole number");
        var configuration = Configuration();
        using var api = new Kubernetes(configuration);
        var checks = new ClusterChecks(api, arguments["--namespace"] ?? configuration.Namespace ?? "default");
        var worst = FindingLevel.Ok;
        try
        {
            await foreach (var finding in checks.RunAsync(replicas, arguments["--redis-secret"] ?? "fleet-redis", cancellationToken))
            {
                var (color, word) = finding.Level switch
                {
                    FindingLevel.Ok => ("green", "ok"),
                    FindingLevel.Warning => ("yellow", "warning"),
                    _ => ("red", "problem"),
                };
                AnsiConsole.MarkupLine($"[{color}]{word,-8}[/] {finding.Check,-12} {Markup.Escape(finding.Message)}");
                worst = finding.Level > worst ? finding.Level : worst;
            }
        }
        catch (HttpRequestException silent)
        {
            throw new FailureException($"the API server at {configuration.Host} does not answer: {silent.Message}", silent);
        }
        return worst == FindingLevel.Problem ? 1 : 0;
    }

    private static KubernetesClientConfiguration Configuration()
    {
        try
        {
            return KubernetesClientConfiguration.BuildDefaultConfig();
        }
        catch (Exception missing) when (missing is KubeConfigException or IOException)
        {
            throw new FailureException($"no cluster is configured. Set KUBECONFIG, or run this inside a cluster. ({missing.Message})", missing);
        }
    }
}
