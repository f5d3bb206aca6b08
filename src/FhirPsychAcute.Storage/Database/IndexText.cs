using System.Security.Cryptography;
using System.Text;

namespace FhirPsychAcute.Storage.Database;

/// <summary>
/// Bounds on text inside index keys, so that a key fits the 2,704 bytes that a PostgreSQL b-tree entry may have.
/// The writer applies them to every row; a search must apply the same to the values it looks for.
/// </summary>
internal static class IndexText
{
    /// <summary>Characters of a code, url or reference that stand in a key as they are; longer ones become <see cref="PrefixCharacters"/> characters and a hash.</summary>
    public const int KeyCharacters = 400;

    /// <summary>Characters kept of a longer code, url or reference.</summary>
    public const int PrefixCharacters = 300;

    /// <summary>A code, url or reference as it stands in a key: itself, or its first 300 characters and a SHA-256 when it is longer than 400.</summary>
    public static string Key(string value)
    {
        if (value.Length <= KeyCharacters)
        {
            return value;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
        return string.Concat(value.AsSpan(0, CutAt(value, PrefixCharacters)), "#", hash);
    }

    /// <summary>Where to cut text so that at most <paramref name="characters"/> remain and no surrogate pair is torn.</summary>
    public static int CutAt(string value, int characters)
    {
        if (value.Length <= characters)
        {
            return value.Length;
        }

        return char.IsHighSurrogate(value[characters - 1]) ? characters - 1 : characters;
    }
}
