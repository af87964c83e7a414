namespace Fleet.Agents.Shop;

/// <summary>How far a refund is.</summary>
public enum RefundState { AwaitingMerchant, AwaitingReturn, Inspecting, Processing, Arrived, Rejected }

/// <summary>Money on its way back.</summary>
/// <param name="Amount">Yuan.</param>
/// <param name="ExpectedBy">When it should have arrived at the latest.</param>
public sealed record Refund(
    string Id, string CustomerId, string OrderNumber, string LineId, decimal Amount, string PaidWith, RefundState State,
    DateTimeOffset AskedAt, DateTimeOffset? ApprovedAt, DateTimeOffset? ArrivedAt, DateTimeOffset? ExpectedBy, string? Reason = null);
