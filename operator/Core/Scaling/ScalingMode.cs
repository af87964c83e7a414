namespace Fleet.Core.Scaling;

/// <summary>Who acts on a decision: Auto decides and writes, Preview only shows, External leaves replicas to the scale subresource, Off does nothing.</summary>
public enum ScalingMode { Auto, Preview, External, Off }
