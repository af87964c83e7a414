using System.Text.Json.Serialization;
using Fleet.Contracts.Agents;
using Fleet.Core.Schemas;
using k8s;
using k8s.Models;

namespace Fleet.Core.Peaks;

/// <summary>A known peak: pools of its namespace get a floor, ready before the window opens.</summary>
[KubernetesEntity(Group = Labels.Group, ApiVersion = Labels.Version, Kind = KubeKind, PluralName = "salespeaks")]
[KubernetesEntityShortNames("peak")]
[GenericAdditionalPrinterColumn(".status.phase", "Phase", "string", "Where the peak stands")]
[GenericAdditionalPrinterColumn(".status.nextStart", "Start", "string", "When the window counts, in UTC")]
[GenericAdditionalPrinterColumn(".status.ready", "Ready", "string", "Pools whose floor is ready")]
[GenericAdditionalPrinterColumn(".spec.timeZone", "Zone", "string", "Time zone of the local times", 1)]
[GenericAdditionalPrinterColumn(".status.message", "Message", "string", "What stands in the way", 1)]
[GenericAdditionalPrinterColumn(".metadata.creationTimestamp", "Age", "date", "Since when it exists")]
public sealed class SalesPeak : IKubernetesObject<V1ObjectMeta>, ISpec<SalesPeakSpec>, IStatus<SalesPeakStatus?>
{
    public const string KubeKind = "SalesPeak";

    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = $"{Labels.Group}/{Labels.Version}";

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = KubeKind;

    [JsonPropertyName("metadata")]
    public V1ObjectMeta Metadata { get; set; } = new();

    [JsonPropertyName("spec")]
    public SalesPeakSpec Spec { get; set; } = new();

    [JsonPropertyName("status")]
    public SalesPeakStatus? Status { get; set; }
}
