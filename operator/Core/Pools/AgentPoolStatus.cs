using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>What the operator saw and decided.</summary>
public sealed record AgentPoolStatus
{
    [JsonPropertyName("observedGeneration"), Description("Generation of the spec that this status speaks of.")]
    public long? ObservedGeneration { get; init; }

    [JsonPropertyName("replicas"), Description("Pods there are.")]
    public int Replicas { get; init; }

    [JsonPropertyName("readyReplicas"), Description("Pods that take work.")]
    public int ReadyReplicas { get; init; }

    [JsonPropertyName("desiredReplicas"), Description("Pods the autoscaler asks for.")]
    public int DesiredReplicas { get; init; }

    [JsonPropertyName("drainingReplicas"), Description("Pods that finish their work and go.")]
    public int? DrainingReplicas { get; init; }

    [JsonPropertyName("selector"), Description("Label selector of the pods, for the scale subresource.")]
    public string? Selector { get; init; }

    [JsonPropertyName("load"), Description("Work in hand of what the ready pods hold, as 31/80.")]
    public string? Load { get; init; }

    [JsonPropertyName("decision"), Description("The latest decision on the size.")]
    public DecisionStatus? Decision { get; init; }

    [JsonPropertyName("peak"), Description("The sales peak in force, with its phase.")]
    public string? Peak { get; init; }

    [JsonPropertyName("availability"), Description("How well the promise is kept.")]
    public AvailabilityStatus? Availability { get; init; }

    [JsonPropertyName("rollout"), Description("The rollout in progress or the last one that went back.")]
    public RolloutStatus? Rollout { get; init; }

    [JsonPropertyName("conditions"), ListMap("type"), Description("Ready, Progressing, ScalingActive, ScalingLimited, DemandKnown, PeakActive, SidecarsReady, Degraded.")]
    public IReadOnlyList<ConditionStatus> Conditions { get; init; } = [];
}

/// <summary>The latest decision on the size.</summary>
public sealed record DecisionStatus
{
    [JsonPropertyName("winner"), Description("Code of the candidate that won.")]
    public string Winner { get; init; } = "";

    [JsonPropertyName("reason"), Description("The decision in one sentence.")]
    public string Reason { get; init; } = "";

    [JsonPropertyName("candidates"), Description("Every candidate, with why it lost.")]
    public IReadOnlyList<CandidateStatus> Candidates { get; init; } = [];

    [JsonPropertyName("limitedBy"), Description("Limits that cut something off the answer.")]
    public IReadOnlyList<string> LimitedBy { get; init; } = [];

    [JsonPropertyName("nextLook"), Description("When the next decision comes if nothing happens before; told only while it lies further ahead than the usual tick.")]
    public DateTimeOffset? NextLook { get; init; }
}

/// <summary>One candidate of a decision.</summary>
public sealed record CandidateStatus
{
    [JsonPropertyName("kind"), Description("Its code.")]
    public string Kind { get; init; } = "";

    [JsonPropertyName("replicas"), Description("What it asks for.")]
    public int Replicas { get; init; }

    [JsonPropertyName("inputs"), Description("What it was computed from.")]
    public string? Inputs { get; init; }

    [JsonPropertyName("lost"), Description("Why it did not win.")]
    public string? Lost { get; init; }
}

/// <summary>How well the promise is kept.</summary>
public sealed record AvailabilityStatus
{
    [JsonPropertyName("ratio30d"), Description("Share of turns answered well in 30 days, in percent.")]
    public double? Ratio30d { get; init; }

    [JsonPropertyName("budgetRemaining"), Description("Share of the error budget that is left, in percent.")]
    public double? BudgetRemaining { get; init; }
}

/// <summary>Where a canary stands.</summary>
public sealed record RolloutStatus
{
    [JsonPropertyName("phase"), Description("Progressing, Paused, Reverted or Complete.")]
    public string Phase { get; init; } = "";

    [JsonPropertyName("step"), Description("Step of the canary, from 1.")]
    public int? Step { get; init; }

    [JsonPropertyName("revision"), Description("Hash of the template that comes in.")]
    public string? Revision { get; init; }

    [JsonPropertyName("message"), Description("The last judgement in words.")]
    public string? Message { get; init; }
}

/// <summary>A condition, as metav1.Condition.</summary>
public sealed record ConditionStatus
{
    [JsonPropertyName("type"), Required, Description("What the condition is about.")]
    public string Type { get; init; } = "";

    [JsonPropertyName("status"), Required, Description("True, False or Unknown."), Pattern("^(True|False|Unknown)$", "True")]
    public string Status { get; init; } = "Unknown";

    [JsonPropertyName("reason"), Required, Description("Stable code of why.")]
    public string Reason { get; init; } = "";

    [JsonPropertyName("message"), Description("Why, in one sentence.")]
    public string Message { get; init; } = "";

    [JsonPropertyName("observedGeneration"), Description("Generation of the spec it speaks of.")]
    public long? ObservedGeneration { get; init; }

    [JsonPropertyName("lastTransitionTime"), Required, Description("Since when it has had this status.")]
    public DateTimeOffset LastTransitionTime { get; init; }
}
