using k8s.Models;

namespace Fleet.Operator.Local.Processes;

/// <summary>Everything a pod needs to run on this machine.</summary>
/// <param name="Object">The pod as created in the cluster.</param>
/// <param name="Environment">Of the process.</param>
/// <param name="LogFile">Takes what the process writes.</param>
/// <param name="Changed">Called when it becomes ready or ceases to be.</param>
/// <param name="Died">Called when the process ended by itself, with why and the time until it is started again.</param>
internal sealed record PodStart(
    V1Pod Object, AgentExecutable Executable, IReadOnlyDictionary<string, string> Environment, string LogFile, AgentDoor Door, TimeProvider Clock,
    Action<LocalPod> Changed, Action<LocalPod, string?, TimeSpan> Died)
{
    public string Name => Object.Metadata.Name;
}
