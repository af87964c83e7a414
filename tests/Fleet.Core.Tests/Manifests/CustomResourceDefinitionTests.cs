using Fleet.Core.Manifests;
using Fleet.TestKit;

namespace Fleet.Core.Tests.Manifests;

public sealed class CustomResourceDefinitionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_files_in_crds_are_what_the_code_says(int index)
    {
        var definition = CustomResourceDefinitions.Build()[index];

        Snapshot.Matches(YamlText.Write([definition]), Repository.At("crds", CustomResourceDefinitions.FileOf(definition)));
    }

    [Fact]
    public void Every_field_but_of_the_status_is_explained()
    {
        foreach (var definition in CustomResourceDefinitions.Build())
            Explained(definition.Spec.Versions[0].Schema.OpenAPIV3Schema.Properties["spec"], definition.Spec.Names.Kind);
    }

    private static void Explained(k8s.Models.V1JSONSchemaProps schema, string path)
    {
        foreach (var (name, below) in schema.Properties ?? new Dictionary<string, k8s.Models.V1JSONSchemaProps>())
        {
            Assert.False(string.IsNullOrEmpty(below.Description), $"{path}.{name} has no description");
            Explained(below, $"{path}.{name}");
        }
    }
}
