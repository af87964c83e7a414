namespace Fleet.Operator.Commands;

/// <summary>Every verb of <c>fleet</c>; a new one is one more line here.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<ICommand> All { get; } =
    [
        new UpCommand(),
        new CrdsCommand(),
        new ExplainCommand(),
        new PreflightCommand(),
        new ProbeCommand(),
        new RenderCommand(),
        new SimulateCommand(),
    ];
}
