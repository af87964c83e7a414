using System.Security.Cryptography;
using System.Text;
using Fleet.Operator.Demand;
using k8s;
using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>Pods as a cluster would make them of a Deployment.</summary>
internal static class PodObjects
{
    /// <summary>What tells the pods of one template from those of another.</summary>
    public static string Hash(V1Deployment deployment) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(KubernetesJson.Serialize(deployment.Spec.Template))))[..10];

    public static V1Pod Of(V1Deployment deployment, string hash)
    {
        var template = deployment.Spec.Template;
        var labels = new Dictionary<string, string>(template.Metadata?.Labels ?? new Dictionary<string, string>()) { ["pod-template-hash"] = hash };
        return new V1Pod
        {
            ApiVersion = "v1",
            Kind = "Pod",
            Metadata = new()
            {
                Name = $"{deployment.Metadata.Name}-{hash[..6]}-{RandomNumberGenerator.GetHexString(5, lowercase: true)}",
                NamespaceProperty = deployment.Metadata.NamespaceProperty,
                Labels = labels,
                Annotations = template.Metadata?.Annotations is { } annotations ? new Dictionary<string, string>(annotations) : null,
                OwnerReferences =
                [
                    new()
                    {
                        ApiVersion = "apps/v1", Kind = "Deployment", Name = deployment.Metadata.Name, Uid = deployment.Metadata.Uid,
                        Controller = true, BlockOwnerDeletion = true,
                    },
                ],
            },
            Spec = template.Spec,
        };
    }

    /// <summary>The pod with the status of its process, as it is reported to the cluster.</summary>
    public static V1Pod Reported(LocalPod pod, DateTimeOffset now)
    {
        var container = pod.Object.Spec.Containers.FirstOrDefault()?.Name ?? "agent";
        var ready = new V1PodCondition
        {
            Type = "Ready", Status = pod.Ready ? "True" : "False", LastTransitionTime = (pod.Ready ? pod.ReadyAt ?? now : now).UtcDateTime,
        };
        return new V1Pod
        {
            ApiVersion = "v1",
            Kind = "Pod",
            Metadata = new() { Name = pod.Name, NamespaceProperty = pod.Object.Metadata.NamespaceProperty },
            Status = new()
            {
                Phase = pod.ProcessId is null ? "Pending" : "Running",
                PodIP = "127.0.0.1",
                HostIP = "127.0.0.1",
                StartTime = pod.StartedAt.UtcDateTime,
                Conditions =
                [
                    new() { Type = "PodScheduled", Status = "True", LastTransitionTime = pod.StartedAt.UtcDateTime },
                    new() { Type = "ContainersReady", Status = ready.Status, LastTransitionTime = ready.LastTransitionTime },
                    ready,
                ],
                ContainerStatuses =
                [
                    new()
                    {
                        Name = container, Image = pod.Object.Spec.Containers.FirstOrDefault()?.Image ?? "", ImageID = "", Ready = pod.Ready,
                        RestartCount = pod.Restarts, Started = pod.ProcessId is not null,
                        State = pod.Failing
                            ? new() { Waiting = new() { Reason = "CrashLoopBackOff", Message = pod.LastEnd } }
                            : new() { Running = new() { StartedAt = pod.StartedAt.UtcDateTime } },
                    },
                ],
            },
        };
    }

    /// <summary>The annotation that says where the pod's process answers, since every process has its own port.</summary>
    public static Dictionary<string, string?> Where(LocalPod pod) => new() { [PodAddress.Annotation] = pod.Address?.ToString() };
}
