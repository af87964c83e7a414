using Fleet.Contracts.Agents;
using Fleet.Core.Pools;
using k8s.Models;

namespace Fleet.Core.Manifests;

/// <summary>The pod of a pool before its owner's patch.</summary>
internal static class PodTemplate
{
    /// <summary>Time in which every kube-proxy and sidecar learns that a pod is gone, before it stops taking requests.</summary>
    internal const int LeaveSeconds = 5;

    private const int MarginSeconds = 15;

    public static V1PodTemplateSpec Of(AgentPool pool, PoolContext context)
    {
        var drain = (int)Math.Ceiling(pool.Spec.Scaling.ScaleDown.DrainTimeout.TotalSeconds);
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal) { [PoolNames.ConfigHash] = PoolConfiguration.Hash(pool, context) };
        if (PoolConfiguration.UsesDapr(pool, context))
        {
            foreach (var (key, value) in DaprObjects.Annotations(pool, LeaveSeconds + drain))
                annotations[key] = value;
        }
        return new()
        {
            Metadata = new() { Labels = PoolNames.LabelsOf(pool), Annotations = annotations },
            Spec = new()
            {
                ServiceAccountName = pool.Metadata.Name,
                AutomountServiceAccountToken = false,
                EnableServiceLinks = false,
                TerminationGracePeriodSeconds = LeaveSeconds + drain + MarginSeconds,
                SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 65532, RunAsGroup = 65532, FsGroup = 65532, SeccompProfile = new() { Type = "RuntimeDefault" } },
                TopologySpreadConstraints = Spread(pool),
                Containers = [Agent(pool, context)],
                Volumes = [new() { Name = "tmp", EmptyDir = new() { SizeLimit = new("128Mi") } }],
            },
        };
    }

    private static V1Container Agent(AgentPool pool, PoolContext context) => new()
    {
        Name = PoolNames.Container,
        Image = pool.Spec.Image,
        ImagePullPolicy = context.ImagePullPolicy,
        Args = ["serve"],
        Ports = [new() { Name = PoolNames.PortName, ContainerPort = pool.Spec.Dapr.AppPort, Protocol = "TCP" }],
        EnvFrom = [new() { ConfigMapRef = new() { Name = pool.Metadata.Name } }],
        Env = [new() { Name = AgentEnvironment.Pod, ValueFrom = new() { FieldRef = new() { FieldPath = "metadata.name" } } }, .. PoolConfiguration.Secrets(pool)],
        StartupProbe = Probe(AgentEndpoints.Live, period: 1, failures: 60),
        LivenessProbe = Probe(AgentEndpoints.Live, period: 10, failures: 3),
        ReadinessProbe = Probe(AgentEndpoints.Ready, period: 2, failures: 2),
        Lifecycle = new() { PreStop = new() { Sleep = new() { Seconds = LeaveSeconds } } },
        Resources = new()
        {
            Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("100m"), ["memory"] = new("256Mi"), ["ephemeral-storage"] = new("64Mi") },
            Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = new("512Mi"), ["ephemeral-storage"] = new("256Mi") },
        },
        SecurityContext = new() { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new() { Drop = ["ALL"] } },
        VolumeMounts = [new() { Name = "tmp", MountPath = "/tmp" }],
    };

    private static V1Probe Probe(string path, int period, int failures) => new()
    {
        HttpGet = new() { Path = path, Port = PoolNames.PortName }, PeriodSeconds = period, FailureThreshold = failures, TimeoutSeconds = 2,
    };

    // Uneven is better than pending: a peak never waits for a zone.
    private static List<V1TopologySpreadConstraint>? Spread(AgentPool pool) => pool.Spec.Availability.Spread switch
    {
        Pools.Spread.Zone => [Over("topology.kubernetes.io/zone", pool), Over("kubernetes.io/hostname", pool)],
        Pools.Spread.Node => [Over("kubernetes.io/hostname", pool)],
        _ => null,
    };

    private static V1TopologySpreadConstraint Over(string key, AgentPool pool) => new()
    {
        TopologyKey = key, MaxSkew = 1, WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new() { MatchLabels = PoolNames.Selector(pool) }, MatchLabelKeys = ["pod-template-hash"],
    };
}
