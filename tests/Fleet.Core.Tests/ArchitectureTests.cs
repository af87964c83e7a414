using System.Xml.Linq;
using Fleet.TestKit;

namespace Fleet.Core.Tests;

public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Fleet.Contracts"] = [],
        ["Fleet.Core"] = ["Fleet.Contracts"],
        ["Fleet.Runtime"] = [],
        ["Fleet.Operator"] = ["Fleet.Contracts", "Fleet.Core", "Fleet.Runtime"],
        ["Fleet.Commerce"] = ["Fleet.Contracts"],
        ["Fleet.Dialogue"] = ["Fleet.Commerce", "Fleet.Contracts"],
        ["Fleet.Language"] = ["Fleet.Contracts"],
        ["Fleet.Channels"] = ["Fleet.Contracts"],
        ["Fleet.Agents"] = ["Fleet.Channels", "Fleet.Commerce", "Fleet.Contracts", "Fleet.Dialogue", "Fleet.Language"],
    };

    private static readonly string[] Cores = ["Fleet.Core", "Fleet.Commerce", "Fleet.Dialogue", "Fleet.Channels"];

    [Fact]
    public void Projects_reference_only_what_the_arrows_allow()
    {
        foreach (var file in Projects())
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var references = XDocument.Load(file).Descendants("ProjectReference")
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

            Assert.True(Arrows.ContainsKey(name), $"{name} is not in the house; add it to the arrows with its issue");
            Assert.Empty(references.Except(Arrows[name]).Select(reference => $"{name} → {reference}"));
        }
    }

    [Fact]
    public void Cores_are_built_with_the_banned_symbols_and_without_the_web()
    {
        var props = File.ReadAllText(Repository.At("Directory.Build.props"));

        Assert.All(Cores, core => Assert.Contains($"'{core}'", props, StringComparison.Ordinal));
        Assert.All(
            Projects().Where(file => Cores.Contains(Path.GetFileNameWithoutExtension(file))),
            file => Assert.DoesNotContain("AspNetCore", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_else_stands_at_the_top_level()
    {
        string[] planned = ["operator", "agents", "charts", "crds", "tests", "Fleet.sln", "README.md", "LICENSE", "artifacts", "TestResults",
            "Directory.Build.props", "Directory.Packages.props", "global.json"];

        var found = Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)!).Where(name => name[0] != '.');

        Assert.Empty(found.Except(planned));
    }

    private static IEnumerable<string> Projects() =>
        new[] { "operator", "agents" }.SelectMany(half => Directory.EnumerateFiles(Repository.At(half), "*.csproj", SearchOption.AllDirectories));
}
