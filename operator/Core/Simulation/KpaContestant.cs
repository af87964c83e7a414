using Fleet.Core.Simulation.Peers;

namespace Fleet.Core.Simulation;

/// <summary>Knative's autoscaler on concurrency with the queue, sampled every second.</summary>
internal sealed class KpaContestant(string name, KpaSettings settings) : IContestant
{
    private readonly KpaWindow _stable = new(settings.StableWindowSeconds, 1);
    private readonly KpaWindow _panic = new(Math.Max(6, settings.StableWindowSeconds / 10), 1);
    private readonly KpaScaler _scaler = new(settings);

    public string Name => name;

    public int Period => 2;

    public void Sample(long second, Plant plant, int arrivals)
    {
        _stable.Write(Milliseconds(second), plant.Active + plant.Waiting);
        _panic.Write(Milliseconds(second), plant.Active + plant.Waiting);
    }

    public int Decide(long second, Plant plant) =>
        _scaler.Scale(second, plant.Ready, _stable.Average(Milliseconds(second)), _panic.Average(Milliseconds(second))).Desired;

    private static long Milliseconds(long second) => second * 1000;
}
