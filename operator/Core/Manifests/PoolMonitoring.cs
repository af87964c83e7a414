using System.Globalization;
using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Core.Pools;

namespace Fleet.Core.Manifests;

/// <summary>What the Prometheus operator is asked to scrape and to watch.</summary>
internal static class PoolMonitoring
{
    public static CustomObject PodMonitor(AgentPool pool, PoolContext context)
    {
        var endpoints = new JsonArray(Endpoint(PoolNames.PortName, AgentEndpoints.Metrics));
        if (PoolConfiguration.UsesDapr(pool, context)) endpoints.Add(Endpoint("dapr-metrics", "/"));
        return Object(pool, "PodMonitor", new()
        {
            ["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { [Labels.Pool] = pool.Metadata.Name } },
            ["podTargetLabels"] = new JsonArray(Labels.Pool, Labels.Role),
            ["podMetricsEndpoints"] = endpoints,
        });
    }

    /// <summary>Burn-rate alerts on the pool's promise: windows and factors of the SRE workbook, chapter 5 (14.4 over 1h, 6 over 6h).</summary>
    public static CustomObject PrometheusRule(AgentPool pool) => Object(pool, "PrometheusRule", new()
    {
        ["groups"] = new JsonArray(new JsonObject
        {
            ["name"] = $"fleet-{pool.Metadata.NamespaceProperty}-{pool.Metadata.Name}",
            ["rules"] = new JsonArray(
                Burn(pool, "FleetPoolBudgetBurnsFast", "1h", "5m", 14.4, "critical"),
                Burn(pool, "FleetPoolBudgetBurns", "6h", "30m", 6, "warning")),
        }),
    });

    private static JsonObject Burn(AgentPool pool, string alert, string window, string shortWindow, double factor, string severity)
    {
        var allowed = factor * (100 - pool.Spec.Availability.Objective) / 100;
        var limit = Math.Min(1, allowed).ToString("0.########", CultureInfo.InvariantCulture);
        return new()
        {
            ["alert"] = alert,
            ["expr"] = $"({Failed(pool, window)} > {limit}) and ({Failed(pool, shortWindow)} > {limit})",
            ["for"] = "1m",
            ["labels"] = new JsonObject { ["severity"] = severity, ["pool"] = pool.Metadata.Name },
            ["annotations"] = new JsonObject
            {
                ["summary"] = string.Create(CultureInfo.InvariantCulture, $"Pool {pool.Metadata.Name} fails turns {factor} times faster than its objective of {pool.Spec.Availability.Objective} % allows."),
            },
        };
    }

    private static string Failed(AgentPool pool, string window)
    {
        var pods = $"namespace=\"{pool.Metadata.NamespaceProperty}\",agentfleet_dev_pool=\"{pool.Metadata.Name}\"";
        return $"sum(rate({MetricNames.Turns}{{{pods},outcome=\"Failed\"}}[{window}])) / sum(rate({MetricNames.Turns}{{{pods}}}[{window}]))";
    }

    private static JsonObject Endpoint(string port, string path) => new() { ["port"] = port, ["path"] = path, ["interval"] = "15s" };

    private static CustomObject Object(AgentPool pool, string kind, JsonObject spec) => new()
    {
        ApiVersion = "monitoring.coreos.com/v1", Kind = kind, Metadata = PoolNames.Metadata(pool), Spec = spec,
    };
}
