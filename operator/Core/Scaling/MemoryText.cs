using System.Text.Json;

namespace Fleet.Core.Scaling;

/// <summary>A memory as a line of JSON for a ConfigMap or a status field; under 4 KB with the default windows.</summary>
public static class MemoryText
{
    public static string Write(ScalingMemory memory) => JsonSerializer.Serialize(new Text(
        [.. memory.Demand.Select(entry => new[] { Milli(entry.At), Short(entry.Places), Short(entry.Offered), Short(entry.HoldSeconds), entry.Count })],
        [.. memory.Answers.Select(entry => new[] { Milli(entry.At), entry.Replicas })],
        [.. memory.Replicas.Select(entry => new[] { Milli(entry.At), entry.Least, entry.Most })],
        Milli(memory.KnownSince), Milli(memory.LastKnown), Milli(memory.UnknownSince), Milli(memory.PanicUntil)));

    /// <summary>Reads what <see cref="Write"/> wrote. Anything else gives the empty memory: a cold start is always safe.</summary>
    public static ScalingMemory Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return ScalingMemory.Empty;
        try
        {
            return JsonSerializer.Deserialize<Text>(text) is { } read ? Memory(read) : ScalingMemory.Empty;
        }
        catch (Exception broken) when (broken is JsonException or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException)
        {
            return ScalingMemory.Empty;
        }
    }

    private static ScalingMemory Memory(Text read) => new()
    {
        Demand = [.. (read.D ?? []).Select(entry => new DemandEntry(At(entry[0]), entry[1], entry[2], entry[3], Math.Max(1, (int)entry[4])))],
        Answers = [.. (read.A ?? []).Select(entry => new AnswerEntry(At(entry[0]), (int)entry[1]))],
        Replicas = [.. (read.R ?? []).Select(entry => new ReplicaEntry(At(entry[0]), (int)entry[1], (int)entry[2]))],
        KnownSince = At(read.K),
        LastKnown = At(read.L),
        UnknownSince = At(read.U),
        PanicUntil = At(read.P),
    };

    private static double Milli(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static double? Milli(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    private static double Short(double value) => Math.Round(value, 3);

    private static DateTimeOffset At(double milli) => DateTimeOffset.FromUnixTimeMilliseconds((long)milli);

    private static DateTimeOffset? At(double? milli) => milli is { } value ? At(value) : null;

    private sealed record Text(double[][]? D, double[][]? A, double[][]? R, double? K, double? L, double? U, double? P);
}
