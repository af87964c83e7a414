using System.Security.Cryptography;
using Fleet.Agents.Conversation;
using Fleet.Contracts.Agents;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Roles;

/// <summary>Lists every wrong setting at start, by the name of its variable.</summary>
internal sealed class AgentOptionsCheck : IValidateOptions<AgentOptions>
{
    public ValidateOptionsResult Validate(string? name, AgentOptions options)
    {
        var wrong = Errors(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Errors(AgentOptions options)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            yield return $"FLEET__TIMEZONE: '{options.TimeZone}' is not an IANA time zone, such as Asia/Shanghai";
        if (options.TurnBudget < TimeSpan.FromMilliseconds(100))
            yield return "FLEET__TURNBUDGET: must be at least 00:00:00.1";
        if (options.ConcurrentTurns < 1)
            yield return "FLEET__CONCURRENTTURNS: must be at least 1";
        if (options.Sessions.Lease <= options.TurnBudget)
            yield return "FLEET__SESSIONS__LEASE: must be longer than FLEET__TURNBUDGET";
        if (Try(() => KeyRing.Parse(options.Sessions.Keys)) is { } keys)
            yield return $"{AgentEnvironment.SessionKeys}: {keys}";
        if (options.Role != AgentRole.Router)
            yield break;
        if (options.Mesh is { Kind: MeshKind.Direct, Directory: null, Urls.Count: 0 })
            yield return $"{AgentEnvironment.MeshDirectory} or {AgentEnvironment.MeshUrls}{{ROLE}}: a router must know its specialists";
        foreach (var (role, url) in options.Mesh.Urls.Where(u => !Uri.TryCreate(u.Value, UriKind.Absolute, out _)))
            yield return $"{AgentEnvironment.MeshUrls}{role}: '{url}' is not an absolute URL";
    }

    private static string? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return e.Message;
        }
    }
}
