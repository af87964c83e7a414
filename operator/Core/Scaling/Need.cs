namespace Fleet.Core.Scaling;

/// <summary>What the measured demand asks for, and whether there is panic.</summary>
internal readonly record struct Need(
    ScalingMemory Memory, bool Known, bool InPanic, double Now, double Short, double Stable, double Offered, TimeSpan Hold, int Measured)
{
    internal static Need Of(ScalingPolicy policy, ScalingMemory memory, Observation seen, DateTimeOffset now)
    {
        var inPanic = memory.PanicUntil > now;
        if (seen.Demand is not { IsSound: true } demand) return new(memory, false, inPanic, 0, 0, 0, 0, TimeSpan.Zero, 0);

        var places = demand.PlacesAfter(seen.StartTime, policy.QueueDrain);
        var brief = memory.Demand.Mean(entry => entry.Places, policy.PanicWindow, now);
        var stable = memory.Demand.Mean(entry => entry.Places, policy.StableWindow, now);
        var offered = memory.Demand.Mean(entry => entry.Offered, policy.StableWindow, now);

        // Slow starters count as pods that are there, or a slow image would double the pool; pods of a rollout do not.
        var pods = Math.Max(1, Math.Min(seen.Current, seen.Ready + seen.Starting));
        var wanted = Math.Ceiling(brief / policy.TargetPerReplica);
        if (wanted * 100 >= policy.PanicThresholdPercent * pods && wanted > pods)
        {
            inPanic = true;
            memory = memory with { PanicUntil = now + policy.StableWindow };
        }
        else if (!inPanic && memory.PanicUntil is not null)
        {
            memory = memory with { PanicUntil = null };
        }

        var need = new Need(memory, true, inPanic, places, brief, stable, offered, demand.HoldTime ?? TimeSpan.Zero, 0);
        return need with { Measured = Voices.Measured(policy, need) };
    }
}
