namespace Fleet.Core.Scaling;

/// <summary>What one pod said about its load.</summary>
/// <param name="Pod">Name; two samples of one pod count once, the newer one.</param>
/// <param name="At">Instant of the reading.</param>
/// <param name="HoldTime">Mean holding time in the pod, where it is known.</param>
public sealed record PodSample(string Pod, DateTimeOffset At, double Active, double Waiting, double ArrivalRate = 0, TimeSpan? HoldTime = null);
