namespace Fleet.Contracts.Agents;

/// <summary>What an agent process does; the same executable plays each.</summary>
public enum AgentRole { Router, Orders, AfterSales, Promotions, Desk, Outreach }
