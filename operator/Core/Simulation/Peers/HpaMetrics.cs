namespace Fleet.Core.Simulation.Peers;

/// <summary>
/// Recommendations of the HPA controller from its metrics, in thousandths as the API has them. Re-implemented from the documented
/// rules of Kubernetes 1.36 (`ReplicaCalculator`); null stands for "no recommendation".
/// </summary>
public static class HpaMetrics
{
    /// <summary>Metric of type Pods with an average value. The Ready condition of a pod plays no part in it.</summary>
    /// <param name="sum">Sum over the running pods that have the metric.</param>
    public static (int Replicas, long Usage)? Pods(
        long sum, int withMetric, int missing, int pending, int current, long target, double down, double up)
    {
        if (withMetric == 0) return null;

        var usage = sum / withMetric;
        var ratio = (double)usage / target;
        var unready = pending > 0 && ratio > 1;
        if (!unready && missing == 0)
            return (Within(ratio, down, up) ? current : Ceiling(ratio * withMetric), usage);

        // Missing pods speak against the direction of the answer, pods that are not up yet against a raise.
        var (total, pods) = (sum, withMetric);
        if (missing > 0 && ratio < 1) (total, pods) = (total + (missing * target), pods + missing);
        else if (missing > 0 && ratio > 1) pods += missing;
        if (unready) pods += pending;

        var corrected = (double)(total / pods) / target;
        if (Within(corrected, down, up) || (ratio < 1 && corrected > 1) || (ratio > 1 && corrected < 1)) return (current, usage);

        var replicas = Ceiling(corrected * pods);
        return ((corrected < 1 && replicas > current) || (corrected > 1 && replicas < current) ? current : replicas, usage);
    }

    /// <summary>Metric of type External with an average value: only the total and the present replicas count.</summary>
    public static (int Replicas, long Usage) ExternalAverage(long total, int current, long target, double down, double up) =>
        (Within(total / ((double)target * current), down, up) ? current : Ceiling((double)total / target),
            (long)Math.Ceiling((double)total / current));

    /// <summary>Metric of type External with a plain value.</summary>
    public static (int Replicas, long Usage)? ExternalValue(long total, int current, long target, int ready, int listed, double down, double up)
    {
        var ratio = (double)total / target;
        if (current == 0) return (Ceiling(ratio), total);
        if (Within(ratio, down, up)) return (current, total);
        return listed == 0 ? null : (Ceiling(ratio * ready), total);
    }

    private static bool Within(double ratio, double down, double up) => 1.0 - down <= ratio && ratio <= 1.0 + up;

    private static int Ceiling(double value) => (int)Math.Ceiling(value);
}
