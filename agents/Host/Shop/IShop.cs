namespace Fleet.Agents.Shop;

/// <summary>
/// The door to the merchant's systems. Everything about a customer is asked by the customer's id, which callers take from the
/// principal; what belongs to somebody else is not found. Implementations bound each call in time and retry reads at most once.
/// </summary>
/// <exception cref="ShopUnavailableException">Thrown by every member when the shop does not answer in time.</exception>
public interface IShop
{
    /// <summary>The customer behind a channel's identity, or null when the shop knows none.</summary>
    Task<string?> IdentifyAsync(string channel, string account, string sender, CancellationToken cancellationToken = default);

    /// <summary>The customer whose recipient name and last four digits of the phone match exactly one; null otherwise.</summary>
    Task<string?> IdentifyByPhoneTailAsync(string recipient, string phoneTail, CancellationToken cancellationToken = default);

    /// <summary>The customer, or null.</summary>
    Task<Customer?> CustomerAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>The customer's orders, newest first.</summary>
    Task<IReadOnlyList<Order>> OrdersAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>The customer's parcels, newest first, with their scans.</summary>
    Task<IReadOnlyList<Shipment>> ShipmentsAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>The customer's refunds, newest first.</summary>
    Task<IReadOnlyList<Refund>> RefundsAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>The customer's after-sales cases, newest first.</summary>
    Task<IReadOnlyList<AfterSalesCase>> CasesAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>The customer's coupons, used and expired ones of the last 90 days too.</summary>
    Task<IReadOnlyList<Coupon>> CouponsAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>The customer's cart.</summary>
    Task<IReadOnlyList<CartLine>> CartAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>Campaigns that run now or begin within a week.</summary>
    Task<IReadOnlyList<Campaign>> CampaignsAsync(CancellationToken cancellationToken = default);

    /// <summary>The whole catalog.</summary>
    Task<IReadOnlyList<Product>> ProductsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out <paramref name="write"/> at most once for <paramref name="idempotencyKey"/>, whatever number of processes tries;
    /// a second call gets the first one's result.
    /// </summary>
    Task<WriteResult> WriteAsync(ShopWrite write, string idempotencyKey, CancellationToken cancellationToken = default);
}

/// <summary>The shop did not answer in time; the customer is told so, and nothing was changed as far as we know.</summary>
public sealed class ShopUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
