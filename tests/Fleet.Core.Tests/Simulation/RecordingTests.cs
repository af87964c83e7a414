using Fleet.Core.Simulation.Recordings;
using Fleet.TestKit;

namespace Fleet.Core.Tests.Simulation;

/// <summary>A part of the recordings of Kubernetes 1.36 and Knative 0.50; the whole set is for `fleet simulate --models`.</summary>
public sealed class RecordingTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.jsonl", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.At("tests/Fleet.Core.Tests/Simulation/Recordings");

    [Theory]
    [MemberData(nameof(Files))]
    public void Models_decide_what_the_real_autoscalers_decided(string file)
    {
        var result = Recording.Compare(Path.GetDirectoryName(file)!, File.ReadLines(Path.Combine(Folder, file)));

        Assert.Empty(result.Differences);
        Assert.True(result.Lines > 20);
    }

    [Fact]
    public void A_recording_that_was_tampered_with_is_found_out()
    {
        var lines = File.ReadLines(Path.Combine(Folder, "hpa-pods-default/flat.jsonl")).Select(line => line.Replace("\"desired\":", "\"desired\":9", StringComparison.Ordinal));

        Assert.NotEmpty(Recording.Compare("hpa-pods-default", lines).Differences);
    }
}
