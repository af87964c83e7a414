namespace Fleet.Agents.Shop;

/// <summary>Settings under <c>FLEET__SHOP__</c>.</summary>
internal sealed class ShopOptions
{
    /// <summary>Path of the sample shop's file; a file of this user's temporary folder if left out.</summary>
    public string? SamplePath { get; set; }

    /// <summary>Base URL of the shop's REST API; takes precedence over the sample shop.</summary>
    public Uri? Url { get; set; }

    /// <summary>Bearer token of the shop's REST API.</summary>
    public string? Token { get; set; }

    /// <summary>How long one call to the shop may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(800);
}
