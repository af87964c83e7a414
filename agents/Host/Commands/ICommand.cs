namespace Fleet.Agents.Commands;

/// <summary>One verb of the executable. Listed in <see cref="CommandCatalog"/>.</summary>
public interface ICommand
{
    /// <summary>What is typed.</summary>
    string Name { get; }

    /// <summary>One line for <c>--help</c>.</summary>
    string Summary { get; }

    /// <summary>Runs it; the result is the exit status: 0 done, 1 failed, 2 wrong usage.</summary>
    Task<int> RunAsync(string[] args, CancellationToken cancellationToken);
}
