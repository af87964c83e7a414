namespace Fleet.Agents.Shop.Sample;

/// <summary>All rows of the sample shop.</summary>
internal sealed class SampleData
{
    /// <summary>Every run with the same day gives the same rows.</summary>
    private const int Seed = 20261110;

    public List<Customer> Customers { get; } = [];

    public List<(string Channel, string Sender, string CustomerId)> Identities { get; } = [];

    public List<Order> Orders { get; } = [];

    public List<Shipment> Shipments { get; } = [];

    public List<Refund> Refunds { get; } = [];

    public List<AfterSalesCase> Cases { get; } = [];

    public List<Coupon> Coupons { get; } = [];

    public Dictionary<string, CartLine[]> Carts { get; } = [];

    public List<Campaign> Campaigns { get; } = [];

    public IReadOnlyList<Product> Products { get; } = SampleCatalog.Products();

    /// <summary>The shop as it is at <paramref name="now"/>: 220 customers with more than 2,000 orders of the 90 days before, and the five prepared ones.</summary>
    public static SampleData Make(DateTimeOffset now)
    {
        var data = new SampleData();
        var morning = new DateTimeOffset(now.ToOffset(TimeSpan.FromHours(8)).Date, TimeSpan.FromHours(8));
        data.Campaigns.AddRange(SampleCatalog.Campaigns(morning));
        PreparedCustomers.Add(data, now, morning);
        new SampleCrowd(data, new Random(Seed), now, morning).Add(220, 2050);
        return data;
    }
}
