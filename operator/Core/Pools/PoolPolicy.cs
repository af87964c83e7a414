using Fleet.Core.Scaling;

namespace Fleet.Core.Pools;

/// <summary>The autoscaler's view of a pool.</summary>
public static class PoolPolicy
{
    public static ScalingPolicy Policy(this AgentPoolSpec spec)
    {
        var (scaling, calm) = (spec.Scaling, new ScalingPolicy());
        return calm with
        {
            Mode = scaling.Mode,
            Minimum = scaling.MinReplicas,
            Maximum = scaling.MaxReplicas,
            PerReplica = scaling.Target.PerReplica,
            UtilizationPercent = scaling.Target.Utilization,
            BufferPercent = scaling.Buffer.Percent,
            BufferReplicas = scaling.Buffer.Replicas,
            PanicWindow = scaling.Panic.Window,
            PanicThresholdPercent = scaling.Panic.Threshold,
            DownWindow = scaling.ScaleDown.Window,
            DownPercentPerMinute = scaling.ScaleDown.MaxPercentPerMinute,
            Forecast = scaling.Forecast,
            // Whoever asks for a short way down means a short memory too.
            StableWindow = scaling.ScaleDown.Window < calm.StableWindow ? scaling.ScaleDown.Window : calm.StableWindow,
        };
    }
}
