using Fleet.Contracts.Agents;
using Fleet.Runtime.Cluster;
using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>The environment of a pod's process: what the template says, over that what is different on one machine.</summary>
internal sealed class PodEnvironment(ICluster cluster, IReadOnlyDictionary<string, string> local)
{
    /// <summary>Literal values and values from ConfigMaps and Secrets; references that cannot be met are left out.</summary>
    public async Task<Dictionary<string, string>> OfAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        var container = pod.Spec.Containers.FirstOrDefault(one => one.Name == "agent") ?? pod.Spec.Containers.FirstOrDefault();
        foreach (var source in container?.EnvFrom ?? [])
        {
            foreach (var (name, value) in await MapAsync(pod, source.ConfigMapRef?.Name, source.SecretRef?.Name, cancellationToken))
                environment[source.Prefix + name] = value;
        }
        foreach (var variable in container?.Env ?? [])
        {
            if ((variable.Value ?? await ReferencedAsync(pod, variable.ValueFrom, cancellationToken)) is { } value)
                environment[variable.Name] = value;
        }
        if (pod.GetLabel(Labels.Role) is { } role)
            environment[AgentEnvironment.Role] = role;
        if (pod.GetLabel(Labels.Pool) is { } pool)
            environment[AgentEnvironment.Pool] = pool;
        environment[AgentEnvironment.Pod] = pod.Metadata.Name;
        foreach (var (name, value) in local)
            environment[name] = value;
        return environment;
    }

    private async Task<string?> ReferencedAsync(V1Pod pod, V1EnvVarSource? source, CancellationToken cancellationToken) => source switch
    {
        { ConfigMapKeyRef: { } key } => (await MapAsync(pod, key.Name, null, cancellationToken)).GetValueOrDefault(key.Key),
        { SecretKeyRef: { } key } => (await MapAsync(pod, null, key.Name, cancellationToken)).GetValueOrDefault(key.Key),
        { FieldRef.FieldPath: "metadata.name" } => pod.Metadata.Name,
        { FieldRef.FieldPath: "metadata.namespace" } => pod.Metadata.NamespaceProperty,
        { FieldRef.FieldPath: "status.podIP" } => "127.0.0.1",
        _ => null,
    };

    private async Task<IReadOnlyDictionary<string, string>> MapAsync(V1Pod pod, string? configMap, string? secret, CancellationToken cancellationToken)
    {
        var space = pod.Metadata.NamespaceProperty;
        if (configMap is not null)
            return (await cluster.GetAsync<V1ConfigMap>(space, configMap, cancellationToken))?.Data?.AsReadOnly() ?? None;
        if (secret is not null && await cluster.GetAsync<V1Secret>(space, secret, cancellationToken) is { Data: { } data })
            return data.ToDictionary(one => one.Key, one => System.Text.Encoding.UTF8.GetString(one.Value));
        return None;
    }

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();
}
