namespace Fleet.Core.Simulation;

/// <summary>Always the maximum: what it costs to be safe without an autoscaler.</summary>
internal sealed class FixedContestant(int replicas) : IContestant
{
    public string Name => "fixed";

    public int Period => 15;

    public void Sample(long second, Plant plant, int arrivals)
    {
    }

    public int Decide(long second, Plant plant) => replicas;
}
