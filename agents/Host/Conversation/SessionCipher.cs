using System.Security.Cryptography;
using System.Text;

namespace Fleet.Agents.Conversation;

/// <summary>
/// AES-256-GCM over a value that is bound to its Redis key, so that a value moved to another key does not open.
/// Layout: length of key id (1 byte, 0: clear text follows), key id, nonce (12), tag (16), cipher text.
/// </summary>
internal sealed class SessionCipher(KeyRing keys)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public byte[] Seal(string redisKey, ReadOnlySpan<byte> plain)
    {
        if (keys.Current is not { } id)
            return [0, .. plain];
        var name = Encoding.UTF8.GetBytes(id);
        var sealedValue = new byte[1 + name.Length + NonceSize + TagSize + plain.Length];
        sealedValue[0] = (byte)name.Length;
        name.CopyTo(sealedValue, 1);
        var rest = sealedValue.AsSpan(1 + name.Length);
        RandomNumberGenerator.Fill(rest[..NonceSize]);
        using var aes = new AesGcm(keys.Find(id)!, TagSize);
        aes.Encrypt(rest[..NonceSize], plain, rest[(NonceSize + TagSize)..], rest.Slice(NonceSize, TagSize), Encoding.UTF8.GetBytes(redisKey));
        return sealedValue;
    }

    /// <exception cref="CryptographicException">Unknown key id, or the value was changed or moved.</exception>
    public byte[] Open(string redisKey, ReadOnlySpan<byte> value)
    {
        if (value is [0, ..])
            return value[1..].ToArray();
        var id = Encoding.UTF8.GetString(value.Slice(1, value[0]));
        var key = keys.Find(id) ?? throw new CryptographicException($"session was sealed with key '{id}', which is not in the key ring");
        var rest = value[(1 + value[0])..];
        var plain = new byte[rest.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(rest[..NonceSize], rest[(NonceSize + TagSize)..], rest.Slice(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(redisKey));
        return plain;
    }
}
