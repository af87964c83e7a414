namespace Fleet.Core.Simulation.Peers;

/// <summary>What one pass of the HPA controller gave; the first two are null when it stopped before using a recommendation.</summary>
public readonly record struct HpaPass(int? Raw, int? Stabilized, int Desired);

/// <summary>
/// The HPA controller after the metrics: stabilization windows, scaling policies, bounds, and its memory of recommendations and
/// changes. Times are seconds, as its comparisons at exact multiples of the period matter.
/// </summary>
public sealed class HpaController(HpaSettings settings)
{
    private readonly List<(int Replicas, long At)> _recommendations = [];
    private readonly List<(int Change, long At)> _ups = [];
    private readonly List<(int Change, long At)> _downs = [];
    private bool _begun;

    /// <summary>One pass at second <paramref name="now"/>; <paramref name="recommend"/> is asked only where the controller would.</summary>
    public HpaPass Pass(long now, int current, Func<int?> recommend)
    {
        if (!_begun) _recommendations.Add((current, now));
        _begun = true;

        if (current > settings.Maximum || current < settings.Minimum)
            return new(null, null, Changed(now, current, Math.Clamp(current, settings.Minimum, settings.Maximum)));
        if (recommend() is not { } raw) return new(null, null, current);

        var (stabilized, wanted) = settings.Behavior is { } behavior ? Behaved(behavior, now, current, raw) : Plain(now, current, raw);
        _recommendations.Add((raw, now));
        Forget(now);
        return new(raw, stabilized, Changed(now, current, wanted));
    }

    private (int, int) Plain(long now, int current, int raw)
    {
        // Here an entry of exactly the window's age still counts, in the windows of a behavior it does not.
        var stabilized = Most(raw, now - settings.DownWindowSeconds - 1);
        var top = Math.Min(settings.Maximum, Math.Max(2 * current, 4));
        return (stabilized, stabilized < settings.Minimum ? settings.Minimum : Math.Min(stabilized, top));
    }

    private (int, int) Behaved(HpaBehavior behavior, long now, int current, int raw)
    {
        var least = _recommendations.Where(entry => entry.At > now - behavior.Up.WindowSeconds).Select(entry => entry.Replicas).Append(raw).Min();
        var most = Most(raw, now - behavior.Down.WindowSeconds);
        var stabilized = Math.Min(Math.Max(current, least), most);

        var wanted = stabilized;
        if (stabilized > current)
            wanted = Math.Min(Math.Min(stabilized, settings.Maximum), Math.Max(current, Bound(behavior.Up, now, current, up: true)));
        else if (stabilized < current)
            wanted = Math.Max(Math.Max(stabilized, settings.Minimum), Math.Min(current, Bound(behavior.Down, now, current, up: false)));
        return (stabilized, wanted);
    }

    private int Bound(ScalingRules rules, long now, int current, bool up)
    {
        var bounds = rules.Rules.Select(rule =>
        {
            var ago = now - rule.PeriodSeconds;
            var start = current
                - _ups.Where(change => change.At > ago).Sum(change => change.Change)
                + _downs.Where(change => change.At > ago).Sum(change => change.Change);
            return (rule.Percent, up) switch
            {
                (false, true) => start + rule.Value,
                (false, false) => start - rule.Value,
                (true, true) => (int)Math.Ceiling(start * (1 + (rule.Value / 100.0))),
                (true, false) => (int)(start * (1 - (rule.Value / 100.0))),
            };
        });
        return up != rules.TakeLeast ? bounds.Max() : bounds.Min();
    }

    private int Most(int raw, long after) =>
        _recommendations.Where(entry => entry.At > after).Select(entry => entry.Replicas).Append(raw).Max();

    private int Changed(long now, int current, int wanted)
    {
        if (wanted > current) _ups.Add((wanted - current, now));
        if (wanted < current) _downs.Add((current - wanted, now));
        return wanted;
    }

    private void Forget(long now)
    {
        const int longest = 3600;
        _recommendations.RemoveAll(entry => entry.At < now - longest);
        _ups.RemoveAll(entry => entry.At < now - longest);
        _downs.RemoveAll(entry => entry.At < now - longest);
    }
}
