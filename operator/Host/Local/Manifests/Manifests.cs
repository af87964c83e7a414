using Fleet.Core.Pools;
using k8s;
using k8s.Models;

namespace Fleet.Operator.Local.Manifests;

/// <summary>Reads a file of manifests: everything in it, or everything that is wrong with it.</summary>
internal static class Manifests
{
    /// <summary>What stands for an object wherever two files are compared.</summary>
    public static (string Kind, string Namespace, string Name) Key(IKubernetesObject<V1ObjectMeta> one) =>
        (one.Kind, one.Metadata.NamespaceProperty ?? "", one.Metadata.Name);

    /// <summary>Objects, or violations in words.</summary>
    /// <param name="others">What other files of the folder give; one object has one file.</param>
    public static (IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects, IReadOnlyList<string> Violations) Read(
        string text, IEnumerable<IKubernetesObject<V1ObjectMeta>> others)
    {
        var read = ManifestReader.Read(text);
        var taken = others.Select(Key).ToHashSet();
        List<string> wrong =
        [
            .. read.Violations.Select(violation => violation.ToString()),
            .. read.Objects.Where(one => taken.Contains(Key(one))).Select(one => $"metadata.name: {one.Kind} {one.Metadata.Name} stands in another manifest already"),
        ];
        return wrong.Count > 0 ? ([], wrong) : (read.Objects, []);
    }
}
