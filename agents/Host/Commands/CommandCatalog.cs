namespace Fleet.Agents.Commands;

/// <summary>Every verb of <c>agent</c>; a new one is one more line here.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<ICommand> All { get; } =
    [
        new ServeCommand(),
        new UnderstandCommand(),
        new EvalCommand(),
        new TrainCommand(),
    ];
}
