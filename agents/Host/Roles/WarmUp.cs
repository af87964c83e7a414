using Fleet.Agents.Shop;
using Fleet.Language;

namespace Fleet.Agents.Roles;

/// <summary>Opens the shop and reads one sentence before the first customer does, so that readiness means ready.</summary>
internal sealed class WarmUp(IServiceProvider services, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IShop>().ProductsAsync(cancellationToken);
        services.GetService<IUnderstanding>()?.Understand("我昨天买的蓝色衣服什么时候能到?怎么换?", new(time.GetUtcNow()));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
