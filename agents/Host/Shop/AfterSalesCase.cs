namespace Fleet.Agents.Shop;

/// <summary>What a case is about.</summary>
public enum CaseKind { Return, Exchange, Repair, Refund, MissingItem, Damaged, NotReceived, Complaint, PriceProtection, Installation, Delivery }

/// <summary>How far a case is.</summary>
public enum CaseState { Open, AwaitingReturn, ReturnUnderWay, Inspecting, Reshipping, Done, Rejected }

/// <summary>An after-sales case.</summary>
/// <param name="Wish">What is wanted: the other color or size, the reason.</param>
/// <param name="NextStepBy">When the next step is due.</param>
public sealed record AfterSalesCase(
    string Id, string CustomerId, string OrderNumber, string LineId, CaseKind Kind, CaseState State, DateTimeOffset OpenedAt,
    DateTimeOffset? NextStepBy, string? Wish = null, decimal? Amount = null);
