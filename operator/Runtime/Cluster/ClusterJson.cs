using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Fleet.Runtime.Cluster;

/// <summary>Between the client's models and JSON, with the client's own converters (quantities, int-or-string, times).</summary>
internal static class ClusterJson
{
    private static readonly ConcurrentDictionary<Type, Func<Stream, object>> Readers = new();

    // What the server sets, and refuses or ignores from others.
    private static readonly string[] ServerSide = ["creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "managedFields", "selfLink"];

    /// <summary>The object as the server wants it: kind and version named, no field that only the server sets.</summary>
    public static JsonObject Write(Resource resource, IKubernetesObject<V1ObjectMeta> entity)
    {
        var json = JsonNode.Parse(KubernetesJson.Serialize(entity))!.AsObject();
        json["apiVersion"] = resource.ApiVersion;
        json["kind"] = resource.Kind;
        var metadata = json["metadata"] as JsonObject ?? throw new ClusterException(ClusterError.Invalid, $"{resource.Kind}: metadata is missing");
        foreach (var field in ServerSide)
            metadata.Remove(field);
        if (!resource.Namespaced)
            metadata.Remove("namespace");
        return json;
    }

    /// <summary>The model of an object. Where only the interface is asked for, <paramref name="like"/> gives the class if it is a model, else a <see cref="DynamicObject"/>.</summary>
    public static T Read<T>(byte[] utf8, Type? like = null) where T : class, IKubernetesObject<V1ObjectMeta> =>
        (T)Readers.GetOrAdd(TypeOf<T>(like), Reader)(new MemoryStream(utf8, false));

    /// <inheritdoc cref="Read{T}(byte[], Type)"/>
    public static T Read<T>(JsonNode json, Type? like = null) where T : class, IKubernetesObject<V1ObjectMeta> => Read<T>(Bytes(json), like);

    /// <summary>UTF-8 of a node.</summary>
    public static byte[] Bytes(JsonNode json) => System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());

    private static Type TypeOf<T>(Type? like)
    {
        if (!typeof(T).IsInterface)
            return typeof(T);
        return like is not null && Resource.Of(like) is not null ? like : typeof(DynamicObject);
    }

    private static Func<Stream, object> Reader(Type type) =>
        typeof(ClusterJson).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<Stream, object>>();

    private static object ReadAs<T>(Stream utf8) => KubernetesJson.Deserialize<T>(utf8)!;
}
