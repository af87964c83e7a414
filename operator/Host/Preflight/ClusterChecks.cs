using System.Globalization;
using Fleet.Contracts.Agents;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Fleet.Operator.Preflight;

/// <summary>Looks whether a cluster is ready for a fleet in one namespace. Nothing is written.</summary>
internal sealed class ClusterChecks(IKubernetes api, string @namespace)
{
    private static readonly (string Verb, string Group, string Resource)[] Needed =
    [
        ("patch", "apps", "deployments"), ("watch", "apps", "deployments"), ("patch", "", "services"), ("patch", "", "configmaps"),
        ("watch", "", "pods"), ("patch", "", "pods"), ("patch", "", "serviceaccounts"), ("patch", "policy", "poddisruptionbudgets"),
        ("patch", "networking.k8s.io", "networkpolicies"), ("update", "coordination.k8s.io", "leases"), ("create", "events.k8s.io", "events"),
        ("patch", Labels.Group, "agentpools/status"),
    ];

    /// <summary>Every finding, in the order of the checks.</summary>
    /// <param name="replicas">So many pods are to fit at the peak.</param>
    public async IAsyncEnumerable<Finding> RunAsync(int replicas, string redisSecret, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (string Check, Func<Task<IReadOnlyList<Finding>>> Run)[] checks =
        [
            ("version", () => VersionAsync(cancellationToken)),
            ("permission", () => PermissionsAsync(cancellationToken)),
            ("crds", () => KindAsync("crds", Labels.Group, "AgentPool and SalesPeak", "apply them with: fleet crds --apply", FindingLevel.Problem, cancellationToken)),
            ("dapr", () => KindAsync("dapr", "dapr.io", "Dapr", "install Dapr, or set dapr.enabled: false in the pools", FindingLevel.Warning, cancellationToken)),
            ("monitoring", () => KindAsync("monitoring", "monitoring.coreos.com", "the Prometheus operator", "metrics are served all the same, but nothing scrapes them by PodMonitor", FindingLevel.Warning, cancellationToken)),
            ("nodes", () => NodesAsync(replicas, cancellationToken)),
            ("quota", () => QuotaAsync(replicas, cancellationToken)),
            ("redis", () => RedisAsync(redisSecret, cancellationToken)),
        ];
        foreach (var (check, run) in checks)
        {
            foreach (var finding in await GuardedAsync(check, run))
                yield return finding;
        }
    }

    private static async Task<IReadOnlyList<Finding>> GuardedAsync(string check, Func<Task<IReadOnlyList<Finding>>> run)
    {
        try
        {
            return await run();
        }
        catch (HttpOperationException refused)
        {
            return [Finding.Warning(check, $"could not be looked at: the API server answered {(int)refused.Response.StatusCode} {refused.Response.ReasonPhrase}")];
        }
    }

    private async Task<IReadOnlyList<Finding>> VersionAsync(CancellationToken cancellationToken)
    {
        var version = await api.Version.GetCodeAsync(cancellationToken);
        var minor = int.TryParse(version.Minor.TrimEnd('+'), CultureInfo.InvariantCulture, out var number) ? number : 0;
        return [minor >= 29
            ? Finding.Ok("version", $"Kubernetes {version.GitVersion}")
            : Finding.Problem("version", $"Kubernetes {version.GitVersion}: at least 1.29 is needed (native sidecars)")];
    }

    private async Task<IReadOnlyList<Finding>> PermissionsAsync(CancellationToken cancellationToken)
    {
        List<string> missing = [];
        foreach (var (verb, group, resource) in Needed)
        {
            var parts = resource.Split('/');
            var review = new V1SelfSubjectAccessReview
            {
                Spec = new()
                {
                    ResourceAttributes = new() { NamespaceProperty = @namespace, Verb = verb, Group = group, Resource = parts[0], Subresource = parts.ElementAtOrDefault(1) },
                },
            };
            var answer = await api.AuthorizationV1.CreateSelfSubjectAccessReviewAsync(review, cancellationToken: cancellationToken);
            if (answer.Status?.Allowed != true)
                missing.Add($"{verb} {resource}{(group.Length > 0 ? $".{group}" : "")}");
        }
        return [missing.Count == 0
            ? Finding.Ok("permission", $"all {Needed.Length} permissions that the operator needs in {@namespace}")
            : Finding.Problem("permission", $"missing in {@namespace}: {string.Join(", ", missing)}")];
    }

    private async Task<IReadOnlyList<Finding>> KindAsync(string check, string group, string words, string remedy, FindingLevel level, CancellationToken cancellationToken)
    {
        var groups = await api.Apis.GetAPIVersionsAsync(cancellationToken);
        return [groups.Groups.Any(one => one.Name == group)
            ? Finding.Ok(check, $"{words}: served")
            : new(level, check, $"{words}: not served ({group}); {remedy}")];
    }

    private async Task<IReadOnlyList<Finding>> NodesAsync(int replicas, CancellationToken cancellationToken)
    {
        var nodes = (await api.CoreV1.ListNodeAsync(cancellationToken: cancellationToken)).Items
            .Where(node => node.Spec.Unschedulable != true && node.Status.Conditions?.Any(one => one is { Type: "Ready", Status: "True" }) == true).ToList();
        var places = nodes.Sum(node => node.Status.Allocatable.TryGetValue("pods", out var pods) ? pods.ToInt32() : 0);
        var zones = nodes.Select(node => node.GetLabel("topology.kubernetes.io/zone")).Where(zone => zone is not null).Distinct().Count();
        List<Finding> findings = [places >= replicas
            ? Finding.Ok("nodes", $"{nodes.Count} ready nodes with places for {places} pods")
            : Finding.Problem("nodes", $"{nodes.Count} ready nodes have places for {places} pods; the peak needs {replicas}")];
        if (zones < 2)
            findings.Add(Finding.Warning("zones", $"the ready nodes stand in {Math.Max(1, zones)} zone: the loss of it ends the service"));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> QuotaAsync(int replicas, CancellationToken cancellationToken)
    {
        var quotas = (await api.CoreV1.ListNamespacedResourceQuotaAsync(@namespace, cancellationToken: cancellationToken)).Items;
        List<Finding> findings = [];
        foreach (var quota in quotas)
        {
            if (quota.Status?.Hard?.TryGetValue("pods", out var hard) != true)
                continue;
            var used = quota.Status.Used?.TryGetValue("pods", out var taken) == true ? taken.ToInt32() : 0;
            if (hard!.ToInt32() - used < replicas)
                findings.Add(Finding.Problem("quota", $"{quota.Metadata.Name}: {hard.ToInt32() - used} pods are left; the peak needs {replicas}"));
        }
        return findings.Count > 0 ? findings : [Finding.Ok("quota", quotas.Count == 0 ? "no quota limits the namespace" : "the quota leaves room for the peak")];
    }

    private async Task<IReadOnlyList<Finding>> RedisAsync(string secret, CancellationToken cancellationToken)
    {
        var secrets = await api.CoreV1.ListNamespacedSecretAsync(@namespace, fieldSelector: $"metadata.name={secret}", cancellationToken: cancellationToken);
        return [secrets.Items.Count > 0
            ? Finding.Ok("redis", $"secret {secret} is there")
            : Finding.Problem("redis", $"secret {secret} is not in {@namespace}: the agents would not know their Redis")];
    }
}
