using System.Net;
using System.Net.Sockets;

namespace Fleet.Operator.Local;

/// <summary>Ports of the loopback interface that nobody listens on.</summary>
internal static class FreePort
{
    private static readonly Lock Gate = new();
    private static readonly Queue<int> Recent = new();

    /// <summary>A free port, never one of the last 64 handed out: what asked for those may not have bound them yet.</summary>
    public static int Take()
    {
        lock (Gate)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Recent.Contains(port))
                    continue;
                Recent.Enqueue(port);
                if (Recent.Count > 64)
                    Recent.Dequeue();
                return port;
            }
        }
    }
}
