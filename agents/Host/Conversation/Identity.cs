using Fleet.Agents.Roles;
using Fleet.Agents.Shop;
using Fleet.Contracts.Turns;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Fleet.Agents.Conversation;

/// <summary>Maps a channel's sender to the shop's customer. A shop that does not answer leaves the writer anonymous, which only takes rights away.</summary>
internal sealed partial class Identity(IShop shop, IMemoryCache cache, IOptions<AgentOptions> options, ILogger<Identity> log)
{
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public async Task<Principal> OfAsync(Message message, CancellationToken cancellationToken)
    {
        var account = message.Account ?? "-";
        var customer = await CustomerAsync(message.Channel, account, message.Sender, cancellationToken);
        return new(options.Value.Tenant, message.Channel, account, message.Sender, customer,
            customer is null ? Assurance.Anonymous : Assurance.ChannelLogin);
    }

    private async Task<string?> CustomerAsync(string channel, string account, string sender, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue((channel, account, sender), out string? known))
            return known;
        try
        {
            var customer = await shop.IdentifyAsync(channel, account, sender, cancellationToken).WaitAsync(Patience, cancellationToken);
            return cache.Set((channel, account, sender), customer, Known);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unidentified(log, channel, e.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the shop did not say who writes on {Channel} ({Problem}): treated as anonymous")]
    private static partial void Unidentified(ILogger log, string channel, string problem);
}
