namespace Fleet.Agents.Conversation;

/// <summary>Keys by id; the first one encrypts, every one decrypts, so that a new first key is a rotation.</summary>
internal sealed class KeyRing
{
    private readonly Dictionary<string, byte[]> _keys;

    private KeyRing(Dictionary<string, byte[]> keys, string? current) => (_keys, Current) = (keys, current);

    /// <summary>Id of the key that encrypts; null when there is none.</summary>
    public string? Current { get; }

    public byte[]? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>Reads <c>id:base64,id:base64</c>.</summary>
    /// <exception cref="FormatException">Says which pair is wrong, without its key.</exception>
    public static KeyRing Parse(string text)
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        string? current = null;
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            if (colon is < 1 or > 32)
                throw new FormatException($"key {keys.Count + 1} must be id:base64 with an id of 1 to 32 characters");
            var key = new byte[32];
            if (!Convert.TryFromBase64String(pair[(colon + 1)..], key, out var length) || length != key.Length)
                throw new FormatException($"key '{pair[..colon]}' must be 32 bytes in base64");
            keys[pair[..colon]] = key;
            current ??= pair[..colon];
        }
        return new(keys, current);
    }
}
