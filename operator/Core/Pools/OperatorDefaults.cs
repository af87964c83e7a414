namespace Fleet.Core.Pools;

/// <summary>What the operator chooses for pools that do not say.</summary>
/// <param name="AgentImage">Image of the agent.</param>
/// <param name="RedisSecret">Secret with the Redis connection; null where pools without one keep sessions in their own memory.</param>
/// <param name="KeysSecret">Secret with the key ring of the sessions; null leaves them unencrypted.</param>
public sealed record OperatorDefaults(string AgentImage, string? RedisSecret = null, string? KeysSecret = null);

/// <summary>Fills in what depends on the operator; what does not is in the schema already.</summary>
public static class Defaults
{
    public static AgentPool Of(AgentPool pool, OperatorDefaults defaults) => new()
    {
        ApiVersion = pool.ApiVersion,
        Kind = pool.Kind,
        Metadata = pool.Metadata,
        Status = pool.Status,
        Spec = pool.Spec with
        {
            Image = pool.Spec.Image ?? defaults.AgentImage,
            Sessions = pool.Spec.Sessions with
            {
                RedisSecretRef = pool.Spec.Sessions.RedisSecretRef ?? Secret(defaults.RedisSecret),
                EncryptionKeySecretRef = pool.Spec.Sessions.EncryptionKeySecretRef ?? Secret(defaults.KeysSecret),
            },
        },
    };

    private static SecretReference? Secret(string? name) => name is null ? null : new() { Name = name };
}
