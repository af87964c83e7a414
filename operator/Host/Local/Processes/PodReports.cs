using Fleet.Runtime.Cluster;
using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>Keeps reports to what changed, so that an idle fleet writes nothing.</summary>
internal static class PodReports
{
    /// <summary>Whether the cluster knows something else of this pod than is true.</summary>
    public static bool Differ(V1Pod? seen, LocalPod pod)
    {
        if (seen?.Status is not { ContainerStatuses: [var container, ..] } status)
            return true;
        var waiting = container.State?.Waiting is not null;
        return container.Ready != pod.Ready || container.RestartCount != pod.Restarts || waiting != pod.Failing
            || status.Phase != (pod.ProcessId is null ? "Pending" : "Running");
    }

    /// <summary>Reports a Deployment's pods in its status, when that differs from what is there.</summary>
    public static async Task ApplyDeploymentStatusAsync(
        this ICluster cluster, V1Deployment deployment, IReadOnlyList<LocalPod> pods, string hash, CancellationToken cancellationToken)
    {
        var ready = pods.Count(pod => pod.Ready);
        var updated = pods.Count(pod => pod.Template == hash);
        var was = deployment.Status;
        if (was is not null && (was.Replicas ?? 0) == pods.Count && (was.ReadyReplicas ?? 0) == ready && (was.UpdatedReplicas ?? 0) == updated
            && was.ObservedGeneration == deployment.Metadata.Generation)
        {
            return;
        }
        var available = ready >= (deployment.Spec.Replicas ?? 1);
        await cluster.ApplyStatusAsync(
            new V1Deployment
            {
                ApiVersion = "apps/v1",
                Kind = "Deployment",
                Metadata = new() { Name = deployment.Metadata.Name, NamespaceProperty = deployment.Metadata.NamespaceProperty },
                Status = new()
                {
                    ObservedGeneration = deployment.Metadata.Generation, Replicas = pods.Count, ReadyReplicas = ready, AvailableReplicas = ready,
                    UpdatedReplicas = updated, UnavailableReplicas = Math.Max(0, (deployment.Spec.Replicas ?? 1) - ready),
                    Conditions =
                    [
                        new() { Type = "Available", Status = available ? "True" : "False", Reason = available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable" },
                        new() { Type = "Progressing", Status = "True", Reason = updated == pods.Count && available ? "NewReplicaSetAvailable" : "ReplicaSetUpdated" },
                    ],
                },
            },
            ProcessSettings.Manager, cancellationToken);
    }
}
