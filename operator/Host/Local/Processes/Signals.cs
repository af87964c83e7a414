using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fleet.Operator.Local.Processes;

/// <summary>Asks a process to end, which <see cref="Process"/> cannot do.</summary>
internal static class Signals
{
    private const int Terminate = 15;

    /// <summary>SIGTERM, and the end of standard input, which agents watch: it says the same where there are no signals.</summary>
    public static void AskToEnd(Process process)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                _ = Kill(process.Id, Terminate);
            process.StandardInput.Close();
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException)
        {
        }
    }

    /// <summary>SIGKILL, for the process and what it started.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
