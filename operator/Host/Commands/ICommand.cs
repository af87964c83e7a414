namespace Fleet.Operator.Commands;

/// <summary>One verb of <c>fleet</c>. Listed in <see cref="CommandCatalog"/>.</summary>
internal interface ICommand
{
    /// <summary>What is typed.</summary>
    string Name { get; }

    /// <summary>One line for <c>--help</c>.</summary>
    string Summary { get; }

    /// <summary>What follows the verb in <c>--help</c>, such as <c>POOL.yaml</c>; empty when nothing does.</summary>
    string Operands => "";

    /// <summary>Options it takes.</summary>
    IReadOnlyList<Option> Options { get; }

    /// <summary>Runs it; the result is the exit status: 0 done, 1 failed, 2 wrong usage.</summary>
    Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken);
}
