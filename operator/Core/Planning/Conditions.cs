using Fleet.Core.Pools;

namespace Fleet.Core.Planning;

/// <summary>Conditions whose time of transition moves only when their status does.</summary>
internal sealed class Conditions(IReadOnlyList<ConditionStatus> before, long? generation, DateTimeOffset now)
{
    public ConditionStatus Of(string type, bool status, string reason, string message)
    {
        var value = status ? "True" : "False";
        var known = before.FirstOrDefault(one => one.Type == type);
        // The API server keeps whole seconds.
        var since = known?.Status == value ? known.LastTransitionTime : new(now.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return new() { Type = type, Status = value, Reason = reason, Message = message, ObservedGeneration = generation, LastTransitionTime = since };
    }
}
