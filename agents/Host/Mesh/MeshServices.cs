using Fleet.Agents.Roles;

namespace Fleet.Agents.Mesh;

/// <summary>Registers the mesh the settings name.</summary>
internal static class MeshServices
{
    public static IServiceCollection AddMesh(this IServiceCollection services, MeshKind kind)
    {
        if (kind == MeshKind.Dapr)
            return services.AddSingleton<IMesh, DaprMesh>();
        services.AddHttpClient(nameof(Directory), client => client.Timeout = TimeSpan.FromSeconds(1));
        services.AddHttpClient(nameof(DirectMesh))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromMilliseconds(500),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<Directory>().AddHostedService(provider => provider.GetRequiredService<Directory>());
        return services.AddSingleton<IMesh, DirectMesh>();
    }
}
