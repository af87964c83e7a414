using System.ComponentModel;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using k8s.Models;

namespace Fleet.Core.Schemas;

/// <summary>
/// The structural schema of a type: names and enums as JSON has them, bounds and words from the attributes, defaults from a new instance.
/// </summary>
public static class SchemaOf
{
    /// <summary>Longest text without a pattern of its own; keeps the estimated cost of CEL rules finite.</summary>
    private const long LongText = 1024;

    public static V1JSONSchemaProps Type<T>(bool withDefaults = true) where T : new() => Object(typeof(T), withDefaults);

    private static V1JSONSchemaProps Object(Type type, bool withDefaults)
    {
        var blank = Activator.CreateInstance(type);
        var properties = new Dictionary<string, V1JSONSchemaProps>();
        var required = new List<string>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name is not { } name) continue;
            properties[name] = Property(property, blank, withDefaults);
            if (property.GetCustomAttribute<RequiredAttribute>() is not null) required.Add(name);
        }
        return new() { Type = "object", Properties = properties, Required = required.Count > 0 ? required : null };
    }

    private static V1JSONSchemaProps Property(PropertyInfo property, object? blank, bool withDefaults)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var schema = Value(property, type, withDefaults);
        schema.Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description;
        if (withDefaults && Default(property, blank, type, schema) is { } value) schema.DefaultProperty = value;
        return schema;
    }

    private static V1JSONSchemaProps Value(PropertyInfo property, Type type, bool withDefaults)
    {
        var (minimum, maximum) = (property.GetCustomAttribute<RangeMinimumAttribute>()?.Minimum, property.GetCustomAttribute<RangeMaximumAttribute>()?.Maximum);
        if (property.GetCustomAttribute<PreserveUnknownFieldsAttribute>() is not null)
            return new() { Type = "object", XKubernetesPreserveUnknownFields = true };
        if (type == typeof(string)) return Text(property);
        if (type == typeof(bool)) return new() { Type = "boolean" };
        if (type == typeof(int)) return new() { Type = "integer", Format = "int32", Minimum = minimum, Maximum = maximum };
        if (type == typeof(long)) return new() { Type = "integer", Format = "int64", Minimum = minimum, Maximum = maximum };
        if (type == typeof(double)) return new() { Type = "number", Format = "double", Minimum = minimum, Maximum = maximum };
        if (type == typeof(TimeSpan)) return new() { Type = "string", Format = "duration", Pattern = DurationText.Pattern, MaxLength = 32 };
        if (type == typeof(DateTimeOffset)) return new() { Type = "string", Format = "date-time" };
        if (type.IsEnum) return new() { Type = "string", EnumProperty = [.. EnumNames(type).Cast<object>()] };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return new() { Type = "object", AdditionalProperties = new V1JSONSchemaProps { Type = "string" } };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return List(property, type.GetGenericArguments()[0], withDefaults);
        return Object(type, withDefaults);
    }

    private static V1JSONSchemaProps Text(PropertyInfo property) => property.GetCustomAttribute<PatternAttribute>() is { } pattern
        ? new() { Type = "string", Pattern = pattern.Pattern, MaxLength = LongText, Example = pattern.Example }
        : new() { Type = "string" };

    private static V1JSONSchemaProps List(PropertyInfo property, Type item, bool withDefaults)
    {
        var schema = new V1JSONSchemaProps
        {
            Type = "array",
            Items = item == typeof(string) ? Text(property) : item == typeof(int) ? new V1JSONSchemaProps { Type = "integer", Format = "int32" } : Object(item, withDefaults),
            MinItems = (long?)property.GetCustomAttribute<RangeMinimumAttribute>()?.Minimum,
            MaxItems = (long?)property.GetCustomAttribute<RangeMaximumAttribute>()?.Maximum,
        };
        if (property.GetCustomAttribute<ListMapAttribute>() is { } map)
            (schema.XKubernetesListType, schema.XKubernetesListMapKeys) = ("map", [map.Key]);
        return schema;
    }

    // An object gets an empty default, so that the API server fills in the defaults below it.
    private static JsonNode? Default(PropertyInfo property, object? blank, Type type, V1JSONSchemaProps schema)
    {
        if (property.GetCustomAttribute<RequiredAttribute>() is not null || property.GetValue(blank) is not { } value) return null;
        if (schema.Type == "object") return schema.Properties is null ? null : new JsonObject();
        if (type == typeof(TimeSpan)) return DurationText.Write((TimeSpan)value);
        if (type.IsEnum) return JsonSerializer.SerializeToNode(value, type, Words);
        return schema.Type == "array" && value is System.Collections.ICollection { Count: 0 } ? null : JsonSerializer.SerializeToNode(value, type);
    }

    private static readonly JsonSerializerOptions Words = new() { Converters = { new JsonStringEnumConverter() } };
    private static readonly ConcurrentDictionary<Type, string[]> Names = new();

    private static string[] EnumNames(Type type) => Names.GetOrAdd(type, static type =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, Words)!.GetValue<string>())]);
}
