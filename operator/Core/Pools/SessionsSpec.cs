using System.ComponentModel;
using System.Text.Json.Serialization;
using Fleet.Core.Schemas;

namespace Fleet.Core.Pools;

/// <summary>Where conversations are kept.</summary>
public sealed record SessionsSpec
{
    [JsonPropertyName("redisSecretRef"), Description("Secret with the Redis connection under the key 'configuration'; the operator's own choice if left out.")]
    public SecretReference? RedisSecretRef { get; init; }

    [JsonPropertyName("idleTimeout"), JsonConverter(typeof(DurationText)), Description("A conversation is forgotten after this long without a message; from 1m to 168h.")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(30);

    [JsonPropertyName("encryptionKeySecretRef"), Description("Secret with the key ring under the key 'keys': id:base64 pairs separated by commas, the first encrypts.")]
    public SecretReference? EncryptionKeySecretRef { get; init; }
}

/// <summary>A Secret of the same namespace.</summary>
public sealed record SecretReference
{
    [JsonPropertyName("name"), Required, Description("Name of the Secret."), Pattern(@"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "fleet-redis")]
    public string Name { get; init; } = null!;

    [JsonPropertyName("key"), Description("Key in the Secret, where it is not the usual one."), Pattern("^[A-Za-z0-9._-]{1,253}$", "configuration")]
    public string? Key { get; init; }
}
