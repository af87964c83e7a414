using System.Net;
using System.Net.Sockets;
using Garnet;
using Garnet.server;
using StackExchange.Redis;

namespace Fleet.Agents.Tests;

/// <summary>A Redis-protocol server on a free loopback port for the tests of a class.</summary>
public sealed class RedisServer : IDisposable
{
    private readonly GarnetServer _server;

    public RedisServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        _server = new GarnetServer(new GarnetServerOptions
        {
            EndPoints = [new IPEndPoint(IPAddress.Loopback, Port)], LogMemorySize = "32m", PageSize = "2m", IndexMemorySize = "1m", QuietMode = true,
        });
        _server.Start();
        Connection = ConnectionMultiplexer.Connect($"127.0.0.1:{Port}");
    }

    public int Port { get; }

    public ConnectionMultiplexer Connection { get; }

    public void Dispose()
    {
        Connection.Dispose();
        _server.Dispose();
    }
}
