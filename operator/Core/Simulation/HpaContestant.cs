using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation;

/// <summary>HPA on the load of each pod (which saturates at its places) or on the total with the queue; with a cron trigger it is KEDA's.</summary>
internal sealed class HpaContestant(string name, HpaSettings settings, double target, bool total, KedaCron? cron) : IContestant
{
    private const int MetricLag = 10;
    private readonly HpaController _controller = new(settings);
    private readonly long _target = (long)(target * 1000);

    public string Name => name;

    public int Period => 15;

    public void Sample(long second, Plant plant, int arrivals)
    {
    }

    public int Decide(long second, Plant plant) =>
        _controller.Pass(second, plant.Current, () => KedaCron.Largest(Load(second, plant), Cron(second, plant), plant.Current)).Desired;

    private int? Load(long second, Plant plant)
    {
        if (total) return HpaMetrics.ExternalAverage((plant.Active + plant.Waiting) * 1000, plant.Current, _target, settings.ToleranceDown, settings.ToleranceUp).Replicas;

        var measured = plant.ReadySince.Count(since => since <= second - MetricLag);
        var pending = plant.Starting.Count(pod => second < pod.Begun + ((pod.ReadyAt - pod.Begun) / 2.0));
        var sum = plant.Ready == 0 ? 0 : plant.Active * 1000 * measured / plant.Ready;
        return HpaMetrics.Pods(sum, measured, plant.Current - measured - pending, pending, plant.Current, _target, settings.ToleranceDown, settings.ToleranceUp)?.Replicas;
    }

    private int? Cron(long second, Plant plant) => cron is null
        ? 0
        : HpaMetrics.ExternalAverage(cron.ValueAt(second) * 1000L, plant.Current, 1000, settings.ToleranceDown, settings.ToleranceUp).Replicas;
}
