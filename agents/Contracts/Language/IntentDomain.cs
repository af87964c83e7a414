namespace Fleet.Contracts.Language;

/// <summary>The specialist that answers an intent; General and Account stay with the Router.</summary>
public enum IntentDomain { Orders, AfterSales, Promotions, Account, General }

/// <summary>The one table from intent to specialist.</summary>
public static class IntentDomains
{
    /// <summary>The domain of <paramref name="intent"/>; total over the enum.</summary>
    public static IntentDomain Of(Intent intent) => intent switch
    {
        <= Intent.DeliveryArrangement => IntentDomain.Orders,
        <= Intent.Complaint => IntentDomain.AfterSales,
        <= Intent.MembershipPoints => IntentDomain.Promotions,
        <= Intent.AccountIssue => IntentDomain.Account,
        _ => IntentDomain.General,
    };
}
