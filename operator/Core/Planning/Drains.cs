using System.Globalization;

namespace Fleet.Core.Planning;

/// <summary>Which pods go, and which of those that were asked to are done.</summary>
internal sealed record Drains(IReadOnlyList<SeenPod> Victims, IReadOnlyList<SeenPod> Done, IReadOnlyList<SeenPod> Held)
{
    // A place given back is taken within seconds; a pod still there later was spared, and its place is given back again.
    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(30);

    /// <summary>Pods that finish their work: they hold a replica that the pool no longer counts on.</summary>
    public static IReadOnlyList<SeenPod> Finishing(PoolObservation seen, DateTimeOffset now) =>
        [.. seen.Pods.Where(pod => !pod.Ending && pod.DrainingSince is not null && (pod.ReleasedAt is not { } at || now - at > Taken))];

    /// <param name="surplus">Replicas to give up.</param>
    public static Drains Of(PoolObservation seen, int surplus, DateTimeOffset now)
    {
        var timeout = seen.Pool.Spec.Scaling.ScaleDown.DrainTimeout;
        var finishing = Finishing(seen, now);
        var done = finishing.Where(pod => now - pod.DrainingSince >= timeout || pod.Work is null or <= 0).ToList();
        return new([.. Order(seen.Pods.Where(pod => pod.Working)).Take(Math.Max(0, surplus))], done, [.. finishing.Except(done)]);
    }

    public IEnumerable<PodMarks> Marked(DateTimeOffset now) =>
    [
        .. Victims.Select(pod => new PodMarks(pod.Name, new Dictionary<string, string?>
        {
            [Marks.Draining] = Marks.Write(now), [Marks.DeletionCost] = Marks.VictimCost.ToString(CultureInfo.InvariantCulture),
        })),
        .. Done.Select(pod => new PodMarks(pod.Name, new Dictionary<string, string?>
        {
            [Marks.Released] = Marks.Write(now), [Marks.DeletionCost] = Marks.DoneCost.ToString(CultureInfo.InvariantCulture),
        })),
    ];

    // Who cannot work goes first, then who holds the least; the young before the old, names only to be the same each time.
    private static IEnumerable<SeenPod> Order(IEnumerable<SeenPod> pods) => pods
        .OrderBy(pod => pod.Ready)
        .ThenBy(pod => pod.Work ?? 0)
        .ThenByDescending(pod => pod.StartedAt)
        .ThenBy(pod => pod.Name, StringComparer.Ordinal);
}
