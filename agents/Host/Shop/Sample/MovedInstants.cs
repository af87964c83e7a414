using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fleet.Agents.Shop.Sample;

/// <summary>Moves every instant by whole days between file and memory, so that a file of last week still knows an order of yesterday.</summary>
internal sealed class MovedInstants(int days) : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().AddDays(days);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.AddDays(-days));
}
