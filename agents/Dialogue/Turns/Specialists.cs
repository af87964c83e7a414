using Fleet.Contracts.Agents;
using Fleet.Contracts.Language;

namespace Fleet.Dialogue.Turns;

/// <summary>Which role works on which intent.</summary>
public static class Specialists
{
    /// <summary>The role; null for what the Router answers itself.</summary>
    public static AgentRole? For(Intent intent) => IntentDomains.Of(intent) switch
    {
        IntentDomain.Orders => AgentRole.Orders,
        IntentDomain.AfterSales => AgentRole.AfterSales,
        IntentDomain.Promotions => AgentRole.Promotions,
        _ => null,
    };
}
