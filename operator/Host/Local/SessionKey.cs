using System.Security.Cryptography;
using Fleet.Contracts.Agents;

namespace Fleet.Operator.Local;

/// <summary>
/// The key that sessions are encrypted with. A Redis that outlives this process must meet the same key again, so for a given one it is kept in
/// a file that only its user can read; the embedded one gets a new key each time. <c>FLEET__SESSIONS__KEYS</c> takes precedence.
/// </summary>
internal static class SessionKey
{
    private const string Id = "local";

    public static string For(UpOptions options) => Environment.GetEnvironmentVariable(AgentEnvironment.SessionKeys) is { Length: > 0 } given
        ? given
        : options.Redis is null ? New() : Kept();

    private static string New() => $"{Id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private static string Kept()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "fleet");
        var file = Path.Combine(folder, "session.key");
        if (File.Exists(file))
            return File.ReadAllText(file).Trim();
        Directory.CreateDirectory(folder);
        var key = New();
        var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, open);
        writer.Write(key);
        return key;
    }
}
