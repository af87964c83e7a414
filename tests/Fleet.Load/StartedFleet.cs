using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Fleet.Load;

/// <summary>A fleet of this run's own: <c>fleet up</c> as a process, with a Redis beside it where the run ends one of the two.</summary>
internal sealed class StartedFleet : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fleet-load-").FullName;
    private readonly int _redisPort;
    private Process? _redis;
    private Process? _fleet;

    private StartedFleet(bool ownRedis) => _redisPort = ownRedis ? FreePort() : 0;

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <exception cref="InvalidOperationException">It does not come up; the message says why.</exception>
    public static async Task<StartedFleet> StartAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        var fleet = new StartedFleet(options.Kill is "redis" or "operator");
        try
        {
            if (fleet._redisPort > 0)
                fleet.StartRedis();
            fleet.StartUp();
            await fleet.ReadyAsync(cancellationToken);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends Redis with -9 and starts it on what it had written.</summary>
    public void KillRedis()
    {
        _redis!.Kill();
        _redis.WaitForExit();
        StartRedis();
    }

    /// <summary>Ends the operator with -9, and with it, as their parent, every agent; then starts it again.</summary>
    public void KillOperator()
    {
        _fleet!.Kill();
        _fleet.WaitForExit();
        StartUp();
    }

    public async ValueTask DisposeAsync()
    {
        if (_fleet is { HasExited: false } fleet)
        {
            using var ask = Process.Start("kill", ["-TERM", fleet.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await fleet.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!fleet.HasExited)
                fleet.Kill(entireProcessTree: true);
        }
        if (_redis is { HasExited: false } redis)
        {
            redis.Kill();
            await redis.WaitForExitAsync(CancellationToken.None);
        }
        Directory.Delete(_folder, recursive: true);
    }

    private void StartRedis()
    {
        try
        {
            // Every write is on disk before it is confirmed: what a kill loses then is our fault, not Redis'.
            _redis = Start("redis-server", [
                "--port", $"{_redisPort}", "--bind", "127.0.0.1", "--dir", _folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""]);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("--kill redis and --kill operator need redis-server on the PATH", missing);
        }
    }

    private void StartUp()
    {
        var beside = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var program = Path.GetFullPath(Path.Combine(beside, "..", "..", "Fleet.Operator", Path.GetFileName(beside), "Fleet.Operator.dll"));
        if (!File.Exists(program))
            throw new InvalidOperationException($"{program} is not there: build the solution first");
        string[] redis = _redisPort > 0 ? ["--redis", $"127.0.0.1:{_redisPort}"] : [];
        _fleet = Start("dotnet", [program, "up", "--listen", Url.ToString().TrimEnd('/'), .. redis]);
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(2) };
        for (var i = 0; i < 300; i++)
        {
            if (_fleet!.HasExited)
                throw new InvalidOperationException($"the fleet ended with status {_fleet.ExitCode} while starting");
            try
            {
                // Five: two routers and the three specialists of the samples.
                var state = await http.GetStringAsync("/fleet", cancellationToken);
                if (System.Text.Json.Nodes.JsonNode.Parse(state)!["processes"]!.AsArray().Count(one => one!["ready"]!.GetValue<bool>()) >= 5)
                    return;
            }
            catch (Exception early) when (early is HttpRequestException || (early is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
            }
            await Task.Delay(200, cancellationToken);
        }
        throw new InvalidOperationException("the fleet is not ready after a minute");
    }

    private static Process Start(string file, string[] arguments)
    {
        var process = new Process { StartInfo = new(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Note(string? line)
    {
        if (line is not null && Environment.GetEnvironmentVariable("FLEET_LOAD_VERBOSE") is not null)
            Console.Error.WriteLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
