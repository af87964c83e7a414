using Fleet.Agents.Roles;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Commands;

/// <summary>Runs one agent; its role and everything else come from the environment.</summary>
internal sealed class ServeCommand : ICommand
{
    public string Name => "serve";

    public string Summary => "run one agent; role and settings come from FLEET__… variables, the address from ASPNETCORE_URLS";

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args is ["--help" or "-h"])
        {
            Console.WriteLine($"agent serve: {Summary}.");
            return 0;
        }
        try
        {
            await using var app = AgentServer.Build(args);
            await app.RunAsync(cancellationToken);
            return 0;
        }
        catch (OptionsValidationException e)
        {
            Console.Error.WriteLine("agent: the settings cannot be used:");
            foreach (var failure in e.Failures)
                Console.Error.WriteLine($"  {failure}");
            return 2;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine($"agent: {e.Message} Choose another address in ASPNETCORE_URLS.");
            return 1;
        }
    }
}
