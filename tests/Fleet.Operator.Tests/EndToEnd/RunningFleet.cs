using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fleet.Contracts.Turns;
using Fleet.Operator.Local;
using Fleet.TestKit;

namespace Fleet.Operator.Tests.EndToEnd;

/// <summary><c>fleet up</c> as a person starts it: a process of its own with the sample manifests.</summary>
public sealed class RunningFleet : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<string> _output = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private Process _process = null!;

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort.Take()}");

    public string Output
    {
        get
        {
            string[] lines;
            lock (_output)
                lines = [.. _output];
            var logs = lines.FirstOrDefault(line => line.Contains("logs in ", StringComparison.Ordinal))?.Split("logs in ")[1];
            var last = Directory.Exists(logs)
                ? Directory.EnumerateFiles(logs).SelectMany(file => File.ReadLines(file).TakeLast(2).Select(line => $"{Path.GetFileName(file)}: {line[..Math.Min(line.Length, 600)]}"))
                : [];
            return string.Join('\n', lines.Concat(last));
        }
    }

    public async ValueTask InitializeAsync()
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Repository.At("artifacts", "bin", "Fleet.Operator", configuration, "Fleet.Operator.dll");
        _process = new Process
        {
            StartInfo = new("dotnet", [program, "up", "--listen", Url.ToString().TrimEnd('/')]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _http.BaseAddress = Url;
        await UntilAsync(async () => (await ProcessesAsync()).Count(one => one.Ready) >= 5, "two routers and three specialists are ready");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await EndAsync("-TERM");
        _process.Dispose();
        _http.Dispose();
    }

    /// <summary>One turn; fails on anything but a reply.</summary>
    public async Task<Reply> SayAsync(string sender, string text, string? account = null, string? id = null)
    {
        using var answer = await _http.PostAsJsonAsync("/v1/messages", new Message("web", sender, text, id ?? Guid.NewGuid().ToString("N"), account), Wire.Json);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}\n{Output}");
        return (await answer.Content.ReadFromJsonAsync<Reply>(Wire.Json))!;
    }

    public Task<string> GetAsync(string path) => _http.GetStringAsync(path);

    /// <summary>Name, role, readiness and process of every agent, from <c>/fleet</c>; none while nobody answers.</summary>
    public async Task<IReadOnlyList<(string Name, string Role, bool Ready, int Process)>> ProcessesAsync()
    {
        if (_process.HasExited)
            Assert.Fail($"fleet up ended with status {_process.ExitCode}:\n{Output}");
        try
        {
            var fleet = JsonNode.Parse(await _http.GetStringAsync("/fleet"))!;
            return [.. fleet["processes"]!.AsArray().Where(one => one!["processId"] is not null).Select(one =>
                (one!["name"]!.ToString(), one["role"]!.ToString(), one["ready"]!.GetValue<bool>(), one["processId"]!.GetValue<int>()))];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    /// <summary>Sends the signal, waits for the end, and gives the exit status.</summary>
    public async Task<int> EndAsync(string signal)
    {
        using (var kill = Process.Start("kill", [signal, $"{_process.Id}"]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < until, $"not within {Patience.TotalSeconds:0} s: {what}\n{Output}");
            await Task.Delay(100);
        }
    }

    public static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static void Kill(int process)
    {
        using var found = Process.GetProcessById(process);
        found.Kill();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
    }
}
