using System.Globalization;
using Fleet.Contracts.Agents;

namespace Fleet.Core.Planning;

/// <summary>Annotations by which the planner remembers on the pods themselves, so that a new operator goes on where the last one stopped.</summary>
public static class Marks
{
    public const string Draining = Labels.Group + "/draining-since";
    public const string Released = Labels.Group + "/released-at";
    public const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";

    /// <summary>Lower than any pod that nobody marked (0).</summary>
    public const int VictimCost = -100;

    /// <summary>Lower still: of two pods that drain, the one that is done goes first.</summary>
    public const int DoneCost = -200;

    public static string Write(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
