using Fleet.Agents.Shop;

namespace Fleet.Agents.Skills;

/// <summary>
/// Seven days without a reason from the day after receipt (Consumer Protection Law §25), not for goods made to order or fresh;
/// fifteen days to exchange or repair for quality.
/// </summary>
internal static class ReturnRights
{
    public const int DaysWithoutReason = 7;
    public const int DaysForQuality = 15;

    public static bool Excluded(Item item) => item.Line.Category is "custom" or "food";

    public static bool Within(Item item, int days) =>
        item.DeliveredAt is not { } at || (item.Now.Date - at.ToOffset(item.Now.Offset).Date).Days <= days;

    /// <summary>The last day on which it may be sent back without a reason; null before it arrived.</summary>
    public static DateTimeOffset? LastDay(Item item) => item.DeliveredAt?.AddDays(DaysWithoutReason);

    /// <summary>What an intent about sending back can be about: delivered of late, or still coming.</summary>
    public static bool Concerns(Item item) =>
        item.Alive && item.Order.State != OrderState.AwaitingPayment && (item.UnderWay || (item.Delivered && Within(item, 30)));
}
