using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>
/// A search value that must not be readable in a link (it may hold a CPR number), encrypted and integrity-checked (AES-GCM) with a key that only this server has.
/// </summary>
internal sealed class SealedValue(byte[] key)
{
    private const string Mark = "~sealed.";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Whether a value is a sealed one.</summary>
    public static bool IsSealed(string value) => value.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Seals a value for one parameter; it opens for no other.</summary>
    public string Seal(string parameter, string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(parameter));
        return Mark + Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>Opens a sealed value; false when this key did not seal it for this parameter.</summary>
    public bool TryOpen(string parameter, string value, out string opened)
    {
        opened = "";
        try
        {
            var sealedBytes = Base64Url.DecodeFromChars(value.AsSpan(Mark.Length));
            if (sealedBytes.Length < NonceSize + TagSize)
            {
                return false;
            }

            var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(sealedBytes.AsSpan(0, NonceSize), sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(parameter));
            opened = Encoding.UTF8.GetString(plain);
            return true;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
