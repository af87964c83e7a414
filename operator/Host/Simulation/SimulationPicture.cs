using Fleet.Core.Simulation;
using ScottPlot;

namespace Fleet.Operator.Simulation;

/// <summary>Load and the replicas of each policy over time, in one picture.</summary>
internal static class SimulationPicture
{
    private const int Points = 1500;

    internal static void Save(string file, LoadTrace trace, double perReplica, IReadOnlyList<SimulationResult> results)
    {
        using var plot = new Plot();
        var step = Math.Max(1, trace.Arrivals.Count / Points);
        var (unit, scale) = trace.Arrivals.Count > 4 * 86_400 ? ("days", 86_400.0) : trace.Arrivals.Count > 3 * 3600 ? ("hours", 3600.0) : ("minutes", 60.0);
        double[] Times(int count) => [.. Enumerable.Range(0, count).Select(i => i * step / scale)];

        var load = Thin(trace.Arrivals, step);
        var area = plot.Add.FillY(Times(load.Length), new double[load.Length], [.. load.Select(turns => turns / perReplica)]);
        area.FillColor = Colors.Gray.WithAlpha(.35);
        area.LineWidth = 0;
        area.LegendText = "load, in full pods";

        foreach (var one in results.Where(one => one.Name is not ("fixed" or "fleet")).Concat(results.Where(one => one.Name == "fleet")))
        {
            var replicas = Thin(one.Replicas, step);
            var line = plot.Add.ScatterLine(Times(replicas.Length), replicas);
            line.LineWidth = one.Name == "fleet" ? 3 : 1;
            line.LegendText = FormattableString.Invariant($"{one.Name}: {one.OverloadedSeconds} s overloaded, {one.PodHours:0} pod-hours");
            if (one.Name == "fleet") line.Color = Colors.Black;
        }

        plot.Title(trace.Name);
        plot.XLabel(unit);
        plot.YLabel("pods");
        plot.Axes.SetLimitsY(0, results.Where(one => one.Name != "fixed").Max(one => one.Replicas.Max()) * 1.1);
        plot.ShowLegend(Edge.Right);
        plot.SavePng(file, 1400, 700);
    }

    // The highest of each stretch, so that no peak is thinned away.
    private static double[] Thin(IReadOnlyList<int> values, int step) =>
        [.. values.Chunk(step).Select(stretch => (double)stretch.Max())];
}
