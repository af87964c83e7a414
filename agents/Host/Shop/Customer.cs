namespace Fleet.Agents.Shop;

/// <summary>A customer of the shop.</summary>
/// <param name="Tier">Member tier: 0 plain, 1 silver, 2 gold, 3 diamond.</param>
/// <param name="Points">Points; 100 points are one yuan.</param>
public sealed record Customer(string Id, string Name, string Phone, int Tier, int Points, DateOnly PointsExpire);

/// <summary>Where something is sent.</summary>
public sealed record Address(string Recipient, string Phone, string Province, string City, string District, string Street)
{
    /// <summary>One line, without the phone number.</summary>
    public string Line => Province == City ? $"{City}{District}{Street}" : $"{Province}{City}{District}{Street}";
}
