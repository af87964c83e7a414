using k8s.Models;

namespace Fleet.Operator.Demand;

/// <summary>Where a pod's agent answers.</summary>
internal static class PodAddress
{
    /// <summary>Set on the pods of local mode, where every process has its own port on one address.</summary>
    public const string Annotation = "agentfleet.dev/address";

    private const int Port = 8080;

    /// <summary>The annotation if it is there, else the pod's IP and the port named <c>http</c> (8080 without one); null before it has an IP.</summary>
    public static Uri? Of(V1Pod pod)
    {
        if (pod.GetAnnotation(Annotation) is { } text)
            return Uri.TryCreate(text, UriKind.Absolute, out var given) ? given : null;
        if (pod.Status?.PodIP is not { Length: > 0 } ip)
            return null;
        var port = pod.Spec?.Containers.SelectMany(one => one.Ports ?? []).FirstOrDefault(one => one.Name == "http")?.ContainerPort ?? Port;
        return new UriBuilder("http", ip, port).Uri;
    }
}
