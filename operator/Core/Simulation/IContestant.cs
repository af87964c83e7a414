namespace Fleet.Core.Simulation;

/// <summary>An autoscaler in the simulation.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>Seconds between two decisions.</summary>
    int Period { get; }

    /// <summary>Called after every second, before a decision of the same second.</summary>
    void Sample(long second, Plant plant, int arrivals);

    /// <summary>Replicas wanted at the end of <paramref name="second"/>, before the pool's bounds.</summary>
    int Decide(long second, Plant plant);
}
