using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>
/// Where a page ends: the last match, by its key and the version that it had then. It holds no values of the resource; those that the sort needs are read from that version,
/// which stays as it was. A check sum ties the cursor to its search, so that a changed one is refused.
/// </summary>
/// <param name="ResourceKey">Key of the last match.</param>
/// <param name="Seq">Number of its version.</param>
internal readonly record struct SearchCursor(long ResourceKey, long Seq)
{
    private const int CheckSize = 8;

    /// <summary>The cursor as text for a link of that search.</summary>
    public string Write(SearchRequest search)
    {
        Span<byte> bytes = stackalloc byte[16 + CheckSize];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ResourceKey);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Seq);
        Check(bytes[..16], search).CopyTo(bytes[16..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor; false when it was changed or belongs to another search.</summary>
    public static bool TryRead(string text, SearchRequest search, out SearchCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[64];
        if (text.Length > 64 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length != 16 + CheckSize ||
            !CryptographicOperations.FixedTimeEquals(bytes[16..length], Check(bytes[..16], search)))
        {
            return false;
        }

        cursor = new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        return true;
    }

    private static ReadOnlySpan<byte> Check(ReadOnlySpan<byte> payload, SearchRequest search)
    {
        var text = new StringBuilder("search cursor 1\n").Append(search.Type).Append('\n').AppendJoin(',', search.Types).Append('\n').Append(search.Place);
        foreach (var (name, value) in search.Understood)
        {
            text.Append('\n').Append(name).Append('=').Append(value);
        }

        var search8 = Encoding.UTF8.GetBytes(text.ToString());
        var all = new byte[payload.Length + search8.Length];
        payload.CopyTo(all);
        search8.CopyTo(all, payload.Length);
        return SHA256.HashData(all).AsSpan(0, CheckSize);
    }
}
