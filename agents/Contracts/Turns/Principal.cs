namespace Fleet.Contracts.Turns;

/// <summary>How surely we know who writes. Ordered: a higher value includes the lower ones.</summary>
public enum Assurance
{
    /// <summary>Nobody we know.</summary>
    Anonymous,
    /// <summary>Phone tail and recipient name matched: may read own orders.</summary>
    Verified,
    /// <summary>The channel's own log-in was mapped to a customer by the shop: may read own orders, may write low-risk things.</summary>
    ChannelLogin,
    /// <summary>A one-time code was answered in this session: may change addresses and money.</summary>
    StepUp,
}

/// <summary>Who writes. Tools take the customer from here and from nowhere else.</summary>
public sealed record Principal(string Tenant, string Channel, string Account, string Sender, string? CustomerId, Assurance Assurance);
