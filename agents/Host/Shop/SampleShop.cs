using System.Text.Json;
using Fleet.Agents.Shop.Sample;
using Microsoft.Data.Sqlite;

namespace Fleet.Agents.Shop;

/// <summary>
/// A lifelike shop in one SQLite file, made from a fixed seed on first use. Several processes may share the file. Dates move with
/// the calendar: what was bought yesterday when the file was made is still bought yesterday a week later.
/// </summary>
internal sealed class SampleShop : IShop, IDisposable
{
    private readonly SampleFile _file;
    private readonly TimeProvider _time;

    public SampleShop(string path, TimeProvider time)
    {
        _time = time;
        _file = SampleFile.Open(path, time.GetUtcNow());
    }

    /// <summary>Where the file lies when no setting says otherwise.</summary>
    public static string DefaultPath => Path.Combine(Path.GetTempPath(), $"fleet-sample-shop-{Environment.UserName}-v{SampleFile.Version}.db");

    public Task<string?> IdentifyAsync(string channel, string account, string sender, CancellationToken cancellationToken) =>
        Task.FromResult(_file.Text("SELECT customer FROM identities WHERE channel = $a AND sender = $b", channel, sender));

    public Task<string?> IdentifyByPhoneTailAsync(string recipient, string phoneTail, CancellationToken cancellationToken)
    {
        var found = _file.Texts("SELECT id FROM customers WHERE name = $a AND tail = $b LIMIT 2", recipient, phoneTail);
        return Task.FromResult(found is [var only] ? only : null);
    }

    public Task<Customer?> CustomerAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult(Read<Customer>("customers", "id", customerId).FirstOrDefault());

    public Task<IReadOnlyList<Order>> OrdersAsync(string customerId, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        IReadOnlyList<Order> orders = [.. Read<Order>("orders", "customer", customerId).Where(o => o.PlacedAt <= now).OrderByDescending(o => o.PlacedAt)];
        return Task.FromResult(orders);
    }

    public Task<IReadOnlyList<Shipment>> ShipmentsAsync(string customerId, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        IReadOnlyList<Shipment> parcels = [.. Read<Shipment>("shipments", "customer", customerId)
            .Where(s => s.ShippedAt <= now)
            .Select(s => s with { Events = [.. s.Events.Where(e => e.At <= now)] })
            .OrderByDescending(s => s.ShippedAt)];
        return Task.FromResult(parcels);
    }

    public Task<IReadOnlyList<Refund>> RefundsAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Refund>>([.. Read<Refund>("refunds", "customer", customerId).OrderByDescending(r => r.AskedAt)]);

    public Task<IReadOnlyList<AfterSalesCase>> CasesAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AfterSalesCase>>([.. Read<AfterSalesCase>("cases", "customer", customerId).OrderByDescending(c => c.OpenedAt)]);

    public Task<IReadOnlyList<Coupon>> CouponsAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Coupon>>([.. Read<Coupon>("coupons", "customer", customerId).OrderBy(c => c.Until)]);

    public Task<IReadOnlyList<CartLine>> CartAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CartLine>>(Read<CartLine[]>("carts", "customer", customerId).FirstOrDefault() ?? []);

    public Task<IReadOnlyList<Campaign>> CampaignsAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return Task.FromResult<IReadOnlyList<Campaign>>([.. Read<Campaign>("campaigns", "customer", "")
            .Where(c => c.Until > now && c.From < now.AddDays(7)).OrderBy(c => c.From)]);
    }

    public Task<IReadOnlyList<Product>> ProductsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Product>>(Read<Product>("products", "customer", ""));

    public Task<WriteResult> WriteAsync(ShopWrite write, string idempotencyKey, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(SampleWrites.Apply(_file, write, idempotencyKey, _time.GetUtcNow()));
        }
        catch (SqliteException e)
        {
            throw new ShopUnavailableException($"The sample shop's file could not be written: {e.Message}", e);
        }
    }

    public void Dispose() => _file.Dispose();

    private List<T> Read<T>(string table, string column, string value)
    {
        var options = _file.JsonAt(_time.GetUtcNow());
        try
        {
            return [.. _file.Texts($"SELECT body FROM {table} WHERE {column} = $a", value).Select(body => JsonSerializer.Deserialize<T>(body, options)!)];
        }
        catch (SqliteException e)
        {
            throw new ShopUnavailableException($"The sample shop's file could not be read: {e.Message}", e);
        }
    }
}
