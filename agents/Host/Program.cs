using Fleet.Agents.Commands;

return await CommandLine.RunAsync(args);
