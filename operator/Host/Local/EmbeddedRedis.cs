using System.Net;
using Garnet;
using Garnet.server;

namespace Fleet.Operator.Local;

/// <summary>A Redis-compatible server inside this process, on a free port of the loopback interface; its data lives as long as it does.</summary>
internal sealed class EmbeddedRedis : IDisposable
{
    private readonly GarnetServer _server;

    private EmbeddedRedis(GarnetServer server, int port) => (_server, Port) = (server, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    public static EmbeddedRedis Start()
    {
        var port = FreePort.Take();
        // Lua carries the compare-and-set of sessions; small pages keep an idle server small.
        var server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
            EnableLua = true,
            LuaOptions = new LuaOptions(LuaMemoryManagementMode.Native, "", TimeSpan.FromSeconds(2), LuaLoggingMode.Silent, []),
            LogMemorySize = "64m",
            PageSize = "4m",
            IndexMemorySize = "8m",
            DisableObjects = false,
            QuietMode = true,
        });
        server.Start();
        return new(server, port);
    }

    public void Dispose() => _server.Dispose();
}
