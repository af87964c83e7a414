namespace Fleet.Contracts.Turns;

/// <summary>
/// Something the shop's systems or an engine said, under which the reply stands. Names are dotted:
/// <c>focus.order</c>, <c>focus.line</c>, <c>focus.parcel</c>, <c>candidates</c> (comma separated keys last shown),
/// <c>parcel.eta</c>, <c>refund.amount</c>, … Facts named <c>focus.*</c> and <c>candidates</c> stay in the session and come back with the next task.
/// </summary>
public sealed record Fact(string Name, string Value);
