using Fleet.Contracts.Agents;

namespace Fleet.Agents.Roles;

/// <summary>Settings of one agent, bound from <c>FLEET__…</c> variables.</summary>
internal sealed class AgentOptions
{
    /// <summary>Configuration section: the variables' prefix.</summary>
    public const string Section = "Fleet";

    public AgentRole Role { get; init; } = AgentRole.Router;

    public string Pool { get; init; } = "router";

    public string Pod { get; init; } = Environment.MachineName;

    /// <summary>The merchant, where one fleet serves several.</summary>
    public string Tenant { get; init; } = "default";

    /// <summary>IANA zone of the shop's customers: "yesterday" means yesterday there.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>How long a turn may take before it is answered with what is there.</summary>
    public TimeSpan TurnBudget { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a process finishes its turns after SIGTERM.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Turns worked on at once; more wait.</summary>
    public int ConcurrentTurns { get; init; } = 64;

    /// <summary>Turns waiting; more are told to try again.</summary>
    public int WaitingTurns { get; init; } = 2000;

    /// <summary>The process ends when its standard input does: local mode leaves no orphan.</summary>
    public bool ExitWithParent { get; init; }

    /// <summary>Channels that may send messages to this router.</summary>
    public string[] Channels { get; init; } = ["web"];

    public RedisOptions Redis { get; init; } = new();

    public SessionSettings Sessions { get; init; } = new();

    public MeshOptions Mesh { get; init; } = new();
}

/// <summary>Where sessions live.</summary>
internal sealed class RedisOptions
{
    /// <summary>StackExchange.Redis configuration.</summary>
    public string Configuration { get; init; } = "127.0.0.1:6379";

    /// <summary>After this a command counts as failed and the turn goes on without it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(300);
}

/// <summary>How long conversations are kept, and under which keys.</summary>
internal sealed class SessionSettings
{
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary><c>id:base64</c> pairs of 32-byte keys; the first encrypts, all decrypt. Empty: stored in clear.</summary>
    public string Keys { get; init; } = "";

    /// <summary>How long a turn's lease lives without its holder: the time after which another pod takes the turn over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a reply is kept for a redelivered message.</summary>
    public TimeSpan SeenFor { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>How specialists are reached.</summary>
internal sealed class MeshOptions
{
    public MeshKind Kind { get; init; } = MeshKind.Direct;

    /// <summary>URL that answers <c>GET {url}/{Role}</c> with a JSON array of base URLs.</summary>
    public string? Directory { get; init; }

    /// <summary>Fixed base URLs by role.</summary>
    public Dictionary<string, string> Urls { get; init; } = [];

    /// <summary>Dapr app-ids by role.</summary>
    public Dictionary<string, string> AppIds { get; init; } = [];
}

/// <summary>Direct HTTP or through Dapr's sidecar.</summary>
internal enum MeshKind { Direct, Dapr }
