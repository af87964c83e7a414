using System.Globalization;
using Fleet.Core.Peaks;
using Fleet.Core.Pools;

namespace Fleet.Core.Planning;

/// <summary>Where a peak stands at an instant, and whether the pools it lifts are ready for it.</summary>
public static class PeakPlanner
{
    /// <param name="pools">Pools of the namespace, with their status.</param>
    /// <returns>The status to show, and when it changes by itself.</returns>
    public static (SalesPeakStatus Status, DateTimeOffset? NextLook) Plan(SalesPeak peak, IEnumerable<AgentPool> pools, DateTimeOffset now)
    {
        var entry = peak.Entry();
        var lifted = pools.Where(pool => peak.Lifts(pool.Metadata.Labels)).OrderBy(pool => pool.Metadata.Name, StringComparer.Ordinal).ToList();
        var state = Peaks.Calendar.FloorsAt([entry], 1, 1, now).Peaks[0];
        var shown = lifted.Select(pool => new PeakPoolStatus
        {
            Name = pool.Metadata.Name, Floor = entry.Floor.For(pool.Spec.Scaling.MinReplicas, pool.Spec.Scaling.Target.PerReplica), Ready = pool.Status?.ReadyReplicas ?? 0,
        }).ToList();
        var checks = lifted.Zip(shown, Check).ToList();
        var ready = shown.Count(pool => pool.Ready >= pool.Floor);
        var (well, reason, message) = (state.Problem, lifted.Count, state.Phase) switch
        {
            ({ } problem, _, _) => (false, "Invalid", problem),
            (_, 0, _) => (false, "NoPools", "no pool carries these labels"),
            (_, _, PeakPhase.Warming or PeakPhase.Active) when ready < shown.Count => (false, "PodsStarting", $"{ready} of {shown.Count} pools are at their floor"),
            _ when checks.Any(check => !check.Ok) => (false, "PreflightFailed", checks.First(check => !check.Ok).Message),
            _ => (true, $"{state.Phase}", $"{state.Phase}"),
        };
        var conditions = new Conditions(peak.Status?.Conditions ?? [], peak.Metadata.Generation, now);
        return (new()
        {
            ObservedGeneration = peak.Metadata.Generation,
            Phase = state.Phase,
            NextStart = Instant(state.Window?.Start),
            NextEnd = Instant(state.Window?.End),
            Ready = $"{ready}/{shown.Count}",
            Message = well ? null : message,
            Pools = shown,
            Preflight = checks,
            Conditions = [conditions.Of("Ready", well, reason, message)],
        }, state.Window?.EdgeAfter(now, 0));
    }

    private static PreflightStatus Check(AgentPool pool, PeakPoolStatus shown) => shown.Floor <= pool.Spec.Scaling.MaxReplicas
        ? new() { Check = $"{shown.Name}-max", Ok = true, Message = $"{shown.Floor} fit under maxReplicas ({pool.Spec.Scaling.MaxReplicas})" }
        : new() { Check = $"{shown.Name}-max", Ok = false, Message = $"pool {shown.Name}: the floor is {shown.Floor}, maxReplicas only {pool.Spec.Scaling.MaxReplicas}; raise maxReplicas" };

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
