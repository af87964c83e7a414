using Fleet.Core.Manifests;

namespace Fleet.Operator.Commands;

/// <summary>Prints the definitions of AgentPool and SalesPeak, or writes them as files.</summary>
internal sealed class CrdsCommand : ICommand
{
    private const string Folder = "--out";

    public string Name => "crds";

    public string Summary => "print the custom resource definitions, for kubectl apply --server-side -f -";

    public IReadOnlyList<Option> Options { get; } = [new(Folder, "DIR", "write a file each instead")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var definitions = CustomResourceDefinitions.Build();
        if (arguments[Folder] is not { } folder)
        {
            Console.Out.Write(YamlText.Write(definitions));
            return 0;
        }
        Directory.CreateDirectory(folder);
        foreach (var definition in definitions)
            await File.WriteAllTextAsync(Path.Combine(folder, CustomResourceDefinitions.FileOf(definition)), YamlText.Write([definition]), cancellationToken);
        return 0;
    }
}
