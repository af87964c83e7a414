using System.Globalization;
using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>Which pods go first when there are too many: the order of Kubernetes' ReplicaSet controller.</summary>
internal static class Victims
{
    /// <summary>The annotation that the ReplicaSet controller looks at.</summary>
    public const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";

    /// <summary>Not ready before ready, low deletion cost before high, young before old.</summary>
    public static IEnumerable<T> Order<T>(IEnumerable<T> pods, Func<T, bool> ready, Func<T, V1Pod?> seen, Func<T, DateTimeOffset?> readyAt) => pods
        .OrderBy(ready)
        .ThenBy(pod => Cost(seen(pod)))
        .ThenByDescending(readyAt);

    private static int Cost(V1Pod? pod) =>
        int.TryParse(pod?.GetAnnotation(DeletionCost), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cost) ? cost : 0;
}
