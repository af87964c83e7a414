namespace Fleet.Core.Scaling;

/// <summary>Off learns nothing, Preview learns and shows what it would have asked for, On lets the forecast raise replicas.</summary>
public enum ForecastMode { Off, Preview, On }
