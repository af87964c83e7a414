using Fleet.Operator.Commands;

return await Verbs.RunAsync(args);
