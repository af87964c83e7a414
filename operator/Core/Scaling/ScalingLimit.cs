namespace Fleet.Core.Scaling;

/// <summary>What kept a decision from the unbounded answer. Each flag is set exactly when its limit cut something off.</summary>
[Flags]
public enum ScalingLimit
{
    None = 0,

    /// <summary>The answer was above maxReplicas.</summary>
    Maximum = 1,

    /// <summary>More was asked for than may be added in one period.</summary>
    UpPace = 2,

    /// <summary>Too many pods fail to start; more of them would not help.</summary>
    FailingStarts = 4,

    /// <summary>A higher answer lies within the scale-down window.</summary>
    DownWindow = 8,

    /// <summary>More would go than may go in a minute.</summary>
    DownPace = 16,

    /// <summary>Nothing is lowered in panic.</summary>
    Panic = 32,

    /// <summary>The demand is unknown.</summary>
    Unknown = 64,

    /// <summary>No full window has been seen since the start.</summary>
    ColdStart = 128,

    /// <summary>The mode says that others write the replicas, or nobody.</summary>
    Mode = 256,

    /// <summary>The pool is paused.</summary>
    Paused = 512,
}
