using System.Diagnostics;

namespace Fleet.Operator.Local.Processes;

/// <summary>One running agent.</summary>
internal sealed class AgentProcess : IDisposable
{
    private readonly Process _process;

    private AgentProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Bytes of memory it holds; 0 when it is gone.</summary>
    public long Memory
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.HasExited ? 0 : _process.WorkingSet64;
            }
            catch (Exception gone) when (gone is InvalidOperationException or NotSupportedException or System.ComponentModel.Win32Exception)
            {
                return 0;
            }
        }
    }

    /// <summary>
    /// Starts <c>agent serve</c> on a free port. Its standard input is a pipe that only this process holds: when this process dies,
    /// however it dies, the pipe closes and the agent ends itself.
    /// </summary>
    public static AgentProcess Start(AgentExecutable executable, IReadOnlyDictionary<string, string> environment, LogRing log)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        var start = new ProcessStartInfo(executable.File, [.. executable.Arguments, "serve"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/');
        start.Environment.Remove("ASPNETCORE_HTTP_PORTS");
        start.Environment["FLEET__EXITWITHPARENT"] = "true";

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, address);
    }

    /// <summary>Waits for its end; the result is the exit status.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end and waits; after the grace period it is ended.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        Signals.AskToEnd(_process);
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            Signals.End(_process);
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5));
        }
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public void Kill() => Signals.End(_process);

    public void Dispose() => _process.Dispose();
}
