namespace Fleet.Contracts.Agents;

/// <summary>Environment variables by which the operator configures an agent (bound to options with the prefix <c>FLEET__</c>).</summary>
public static class AgentEnvironment
{
    /// <summary>One of <see cref="AgentRole"/>.</summary>
    public const string Role = "FLEET__ROLE";
    /// <summary>Name of the AgentPool.</summary>
    public const string Pool = "FLEET__POOL";
    /// <summary>Name of this pod or process.</summary>
    public const string Pod = "FLEET__POD";
    /// <summary>StackExchange.Redis configuration string.</summary>
    public const string Redis = "FLEET__REDIS__CONFIGURATION";
    /// <summary>Idle expiry of sessions, as a .NET TimeSpan.</summary>
    public const string SessionIdle = "FLEET__SESSIONS__IDLETIMEOUT";
    /// <summary>Key ring, <c>id:base64</c> pairs separated by commas, the first encrypts.</summary>
    public const string SessionKeys = "FLEET__SESSIONS__KEYS";
    /// <summary><c>Direct</c> or <c>Dapr</c>.</summary>
    public const string Mesh = "FLEET__MESH__KIND";
    /// <summary>
    /// Direct mesh: URL of the directory of ready specialists, which answers <c>GET {url}/{Role}</c> with a JSON array of base URLs
    /// (local mode), or empty when each role has a fixed URL in <c>FLEET__MESH__URLS__{ROLE}</c> (a Service).
    /// </summary>
    public const string MeshDirectory = "FLEET__MESH__DIRECTORY";
    /// <summary>Prefix of the fixed URLs or Dapr app-ids of the roles: <c>FLEET__MESH__URLS__ORDERS=http://orders:8080</c>; app-ids under <c>FLEET__MESH__APPIDS__ORDERS</c>.</summary>
    public const string MeshUrls = "FLEET__MESH__URLS__";
    /// <summary>Prefix of Dapr app-ids by role.</summary>
    public const string MeshAppIds = "FLEET__MESH__APPIDS__";
    /// <summary>Path of the sample shop's SQLite file; made if absent.</summary>
    public const string SampleShop = "FLEET__SHOP__SAMPLEPATH";
    /// <summary>Base URL of the shop's REST API; takes precedence over the sample shop.</summary>
    public const string ShopUrl = "FLEET__SHOP__URL";
    /// <summary>How long a process may take to finish its turns after SIGTERM, as a .NET TimeSpan.</summary>
    public const string DrainTimeout = "FLEET__DRAINTIMEOUT";
}
