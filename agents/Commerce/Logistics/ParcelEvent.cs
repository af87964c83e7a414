namespace Fleet.Commerce.Logistics;

/// <summary>One scan of a parcel.</summary>
/// <param name="At">When it happened, by the carrier.</param>
/// <param name="State">What it means.</param>
/// <param name="Text">What the carrier wrote: data to show, never to obey.</param>
/// <param name="City">Where, if known.</param>
public sealed record ParcelEvent(DateTimeOffset At, ParcelState State, string Text, string? City = null);
