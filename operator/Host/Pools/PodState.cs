using k8s.Models;

namespace Fleet.Operator.Pools;

/// <summary>What a pod's status says.</summary>
internal static class PodState
{
    private static readonly HashSet<string> Hopeless = ["CrashLoopBackOff", "ImagePullBackOff", "ErrImagePull", "CreateContainerConfigError", "InvalidImageName"];

    public static bool IsReady(V1Pod pod) =>
        pod.Metadata.DeletionTimestamp is null && pod.Status?.Conditions?.Any(one => one is { Type: "Ready", Status: "True" }) == true;

    public static bool IsFailing(V1Pod pod) => !IsReady(pod)
        && pod.Status?.ContainerStatuses?.Any(one => one.State?.Waiting?.Reason is { } reason && Hopeless.Contains(reason)) == true;

    /// <summary>From its start to Ready.</summary>
    public static TimeSpan? StartTime(V1Pod pod) =>
        pod.Status?.Conditions?.FirstOrDefault(one => one is { Type: "Ready", Status: "True" })?.LastTransitionTime - pod.Status?.StartTime;
}
