using System.Text.Json.Nodes;
using Fleet.Core.Pools;
using k8s;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>The Deployment of a pool.</summary>
internal static class PoolDeployment
{
    public static V1Deployment Of(AgentPool pool, PoolContext context)
    {
        var template = Patched(pool, context, PodTemplate.Of(pool, context));
        var metadata = PoolNames.Metadata(pool);
        metadata.Annotations = new Dictionary<string, string> { [PoolNames.TemplateHash] = PoolConfiguration.Hash(KubernetesJson.Serialize(template)) };
        return new()
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Metadata = metadata,
            Spec = new()
            {
                Replicas = context.Replicas,
                Paused = context.Paused ? true : null,
                Selector = new() { MatchLabels = PoolNames.Selector(pool) },
                MinReadySeconds = 2,
                ProgressDeadlineSeconds = 600,
                RevisionHistoryLimit = 5,
                // New pods first: there are never fewer than desired.
                Strategy = new() { Type = "RollingUpdate", RollingUpdate = new() { MaxUnavailable = 0, MaxSurge = Surge(pool) } },
                Template = template,
            },
        };
    }

    // The first step of a canary is as many pods as may come up before the rollout is paused.
    private static IntOrString Surge(AgentPool pool) =>
        pool.Spec.Rollout is { Strategy: RolloutStrategy.Canary, Steps: [var first, ..] } ? $"{first}%" : "25%";

    private static V1PodTemplateSpec Patched(AgentPool pool, PoolContext context, V1PodTemplateSpec built)
    {
        if (pool.Spec.PodTemplate is not { Count: > 0 } patch) return built;

        var merged = StrategicMerge.Apply(JsonNode.Parse(KubernetesJson.Serialize(built))!.AsObject(), patch);
        var template = KubernetesJson.Deserialize<V1PodTemplateSpec>(merged.ToJsonString());
        // Whatever the patch says, the pods stay ours, hold the agent, and roll with their settings.
        template.Metadata ??= new();
        template.Metadata.Labels = With(template.Metadata.Labels, built.Metadata.Labels);
        template.Metadata.Annotations = With(template.Metadata.Annotations, built.Metadata.Annotations
            .Where(one => one.Key == PoolNames.ConfigHash || one.Key is "dapr.io/enabled" or "dapr.io/app-id" or "dapr.io/app-port"));
        template.Spec ??= built.Spec;
        if (template.Spec.Containers?.Any(container => container.Name == PoolNames.Container) != true)
            template.Spec.Containers = [.. built.Spec.Containers, .. template.Spec.Containers ?? []];
        return template;
    }

    private static Dictionary<string, string> With(IDictionary<string, string>? patched, IEnumerable<KeyValuePair<string, string>> ours)
    {
        var all = new Dictionary<string, string>(patched ?? new Dictionary<string, string>());
        foreach (var (key, value) in ours) all[key] = value;
        return all;
    }
}
