namespace Fleet.Contracts.Language;

/// <summary>What a customer asks for. The names are the wire names; the order is the documented taxonomy.</summary>
public enum Intent
{
    TrackShipment, OrderStatus, UrgeShipment, UrgeDelivery, ChangeAddress, ChangeOrder, CancelOrder, NotReceived, DeliveryArrangement,
    ReturnItem, ExchangeItem, RefundRequest, RefundStatus, AfterSalesStatus, ProductDefect, MissingOrWrongItem, RepairWarranty,
    InstallationService, ReturnShippingFee, Invoice, PriceProtection, Complaint,
    CouponQuery, PromotionRules, PriceQuery, ProductInfo, StockQuery, Recommendation, MembershipPoints,
    PaymentIssue, AccountIssue,
    HumanAgent, Greeting, ThanksOrBye, Affirm, Deny, ProvideInfo, OutOfScope,
}
