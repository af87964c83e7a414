using System.Diagnostics;
using Fleet.Load;

if (args.Contains("--help"))
{
    Console.WriteLine(LoadOptions.Usage);
    return 0;
}
LoadOptions options;
try
{
    options = LoadOptions.Parse(args);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine($"load: {wrong.Message}");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
StartedFleet? fleet = null;
try
{
    fleet = options.Url is null ? await StartedFleet.StartAsync(options, stop.Token) : null;
    using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2000, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20) })
    {
        BaseAddress = options.Url ?? fleet!.Url,
        Timeout = Timeout.InfiniteTimeSpan,
    };
    var tally = new Tally();
    using var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
    var chaos = options.Kill is null ? Task.CompletedTask : new Chaos(options, http, fleet, tally).RunAsync(end.Token);
    var began = Stopwatch.GetTimestamp();
    await new OpenLoop(options, new MessageClient(http, tally), tally).RunAsync(stop.Token);
    await end.CancelAsync();
    await chaos;
    var report = tally.Report(Stopwatch.GetElapsedTime(began).TotalSeconds);
    Console.WriteLine(options.Json ? report.ToJson() : report.ToString());
    return report.Clean ? 0 : 1;
}
catch (InvalidOperationException failure)
{
    Console.Error.WriteLine($"load: {failure.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
finally
{
    if (fleet is not null)
        await fleet.DisposeAsync();
}
