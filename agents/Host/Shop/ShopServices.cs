using Microsoft.Extensions.Options;

namespace Fleet.Agents.Shop;

/// <summary>Registers the door to the shop.</summary>
internal static class ShopServices
{
    /// <summary>
    /// The shop by <c>FLEET:SHOP:…</c> (the environment's <c>FLEET__SHOP__…</c>) or <c>SHOP:…</c> where the prefix was already cut off.
    /// </summary>
    public static IServiceCollection AddShop(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("FLEET:SHOP");
        services.AddOptions<ShopOptions>().Bind(section.Exists() ? section : configuration.GetSection("SHOP"));
        services.AddSingleton<IShop>(provider =>
            new SampleShop(provider.GetRequiredService<IOptions<ShopOptions>>().Value.SamplePath ?? SampleShop.DefaultPath,
                provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
