using System.Text.Json;
using Fleet.Contracts.Language;

namespace Fleet.Contracts.Turns;

/// <summary>A question a task asked and that waits for the customer. It travels back to the task that asked.</summary>
/// <param name="TaskId">The task that asked.</param>
/// <param name="Intent">The intent of that task.</param>
/// <param name="Slot">What is missing: <c>item</c>, <c>size</c>, <c>color</c>, <c>reason</c>, <c>confirm</c>, <c>code</c>, <c>address</c>, …</param>
/// <param name="Options">Keys of what may be chosen, in the order shown; empty for free text.</param>
/// <param name="State">What the specialist wants back with the answer: opaque to the Router, at most 4 KiB.</param>
/// <param name="AskedAt">When it was asked.</param>
public sealed record OpenQuestion(
    string TaskId, Intent Intent, string Slot, IReadOnlyList<string> Options, JsonElement? State, DateTimeOffset AskedAt);
