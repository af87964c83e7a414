namespace Fleet.Core.Scaling;

/// <summary>Everything a pool's owner may say about its size; the defaults are those of the resource.</summary>
public sealed record ScalingPolicy
{
    public ScalingMode Mode { get; init; } = ScalingMode.Auto;

    public int Minimum { get; init; } = 2;

    public int Maximum { get; init; } = 200;

    /// <summary>Units of work (turns, conversations or calls) that one replica can hold at once.</summary>
    public double PerReplica { get; init; } = 40;

    /// <summary>Share of <see cref="PerReplica"/> that is used when all is calm, in percent.</summary>
    public double UtilizationPercent { get; init; } = 70;

    /// <summary>Share of all places that stays free at the present demand, in percent; ignored where <see cref="BufferReplicas"/> is given.</summary>
    public double BufferPercent { get; init; } = 20;

    public int? BufferReplicas { get; init; }

    public TimeSpan StableWindow { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan PanicWindow { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Panic begins when the short window asks for this many percent of the pods there are.</summary>
    public double PanicThresholdPercent { get; init; } = 200;

    /// <summary>Replicas fall no lower than the highest answer in this time.</summary>
    public TimeSpan DownWindow { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>At most this share of the replicas (at least one) goes in any minute.</summary>
    public double DownPercentPerMinute { get; init; } = 10;

    /// <summary>In one <see cref="UpPeriod"/> replicas grow to at most this multiple, or by <see cref="UpReplicas"/> where that is more.</summary>
    public double UpFactor { get; init; } = 20;

    public int UpReplicas { get; init; } = 50;

    public TimeSpan UpPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Replicas stop growing while more than this share (at least one pod) fails to start.</summary>
    public double FailingPercent { get; init; } = 10;

    /// <summary>A backlog is to be worked off within this time.</summary>
    public TimeSpan QueueDrain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Sizes by Erlang C where given and the rate and holding time are measured.</summary>
    public ServiceLevel? ServiceLevel { get; init; }

    public ForecastMode Forecast { get; init; } = ForecastMode.Preview;

    /// <summary>The forecast asks for at most this multiple of what the measured load asks for.</summary>
    public double ForecastLimit { get; init; } = 2;

    /// <summary>Time between two decisions when nothing happens.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A longer silence of the demand breaks the window: a full one has to pass before anything is lowered.</summary>
    public TimeSpan MaximumGap { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Units of work that one replica holds when the pool is sized right.</summary>
    internal double TargetPerReplica => PerReplica * UtilizationPercent / 100;
}
