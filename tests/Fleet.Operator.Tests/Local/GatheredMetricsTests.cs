using Fleet.Operator.Local.FrontDoor;

namespace Fleet.Operator.Tests.Local;

public sealed class GatheredMetricsTests
{
    [Fact]
    public void Each_family_stands_once_and_each_sample_says_whose_it_is()
    {
        const string page = """
            # HELP turns_seconds How long.
            # TYPE turns_seconds histogram
            turns_seconds_sum 2
            turns_seconds_count 1
            turns_seconds_bucket{le="+Inf"} 1
            # HELP up Up.
            # TYPE up gauge
            up{} 1
            """;

        var merged = GatheredMetrics.Merge("# HELP own Own.\n# TYPE own gauge\nown 7\n", [("orders", "a", page), ("orders", "b", page)]);

        Assert.Equal(
            """
            # HELP own Own.
            # TYPE own gauge
            own 7
            # HELP turns_seconds How long.
            # TYPE turns_seconds histogram
            turns_seconds_sum{pool="orders",pod="a"} 2
            turns_seconds_count{pool="orders",pod="a"} 1
            turns_seconds_bucket{pool="orders",pod="a",le="+Inf"} 1
            turns_seconds_sum{pool="orders",pod="b"} 2
            turns_seconds_count{pool="orders",pod="b"} 1
            turns_seconds_bucket{pool="orders",pod="b",le="+Inf"} 1
            # HELP up Up.
            # TYPE up gauge
            up{pool="orders",pod="a"} 1
            up{pool="orders",pod="b"} 1

            """.ReplaceLineEndings("\n"),
            merged);
    }
}
