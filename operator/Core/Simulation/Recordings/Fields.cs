using System.Text.Json;

namespace Fleet.Core.Simulation.Recordings;

/// <summary>Reads fields of a recorded line; an absent or null field is absent.</summary>
internal static class Fields
{
    internal static JsonElement? Field(this JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    internal static int Int(this JsonElement line, string name) => line.Field(name)?.GetInt32() ?? 0;

    internal static int? Nullable(this JsonElement line, string name) => line.Field(name)?.GetInt32();

    internal static long Long(this JsonElement line, string name) => line.Field(name)?.GetInt64() ?? 0;

    internal static double Double(this JsonElement line, string name) => line.Field(name)?.GetDouble() ?? 0;

    internal static double? NullableDouble(this JsonElement line, string name) => line.Field(name)?.GetDouble();

    internal static bool Flag(this JsonElement line, string name) => line.Field(name)?.GetBoolean() ?? false;

    internal static string Text(this JsonElement line, string name) => line.Field(name)?.GetString() ?? "";

    /// <summary>Sum and number of pods in a list of [value, pods].</summary>
    internal static (long Sum, int Pods) Pods(this JsonElement line)
    {
        var (sum, pods) = (0L, 0);
        foreach (var pair in line.Field("values_milli")?.EnumerateArray() ?? default)
            (sum, pods) = (sum + (pair[0].GetInt64() * pair[1].GetInt32()), pods + pair[1].GetInt32());
        return (sum, pods);
    }
}
