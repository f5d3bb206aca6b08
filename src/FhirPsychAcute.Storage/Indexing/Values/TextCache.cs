using System.Text;

namespace FhirPsychAcute.Storage;

/// <summary>
/// Strings for UTF-8 values that come again and again (systems, codes, statuses), so that a resource that is indexed makes few strings of its own.
/// A direct-mapped table: an entry gives way to the next with its hash. Safe for any number of threads without locks, since entries are immutable strings.
/// </summary>
internal sealed class TextCache
{
    private const int Slots = 8192;
    private const int LongestKept = 96;
    private readonly string?[] table = new string?[Slots];

    /// <summary>The text of UTF-8 bytes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var slot = ref table[Hash(utf8) & (Slots - 1)];
        if (slot is { } kept && kept.Length == utf8.Length && Ascii.Equals(utf8, kept))
        {
            return kept;
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (text.Length == utf8.Length)
        {
            slot = text;
        }

        return text;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        while (utf8.Length >= 4)
        {
            hash = (hash ^ BitConverter.ToUInt32(utf8)) * 0x9E3779B1u;
            hash ^= hash >> 15;
            utf8 = utf8[4..];
        }

        foreach (var b in utf8)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash ^ (hash >> 13);
    }
}

/// <summary>Folded forms of texts that come again and again (names of cities, displays), kept as <see cref="TextCache"/> keeps texts.</summary>
internal sealed class FoldedCache
{
    private const int Slots = 4096;
    private const int LongestKept = 64;
    private readonly Pair?[] table = new Pair?[Slots];

    /// <summary>The folded form of a text.</summary>
    public string Get(string text)
    {
        if (text.Length > LongestKept)
        {
            return DanishFolding.Fold(text);
        }

        ref var slot = ref table[(uint)string.GetHashCode(text, StringComparison.Ordinal) & (Slots - 1)];
        if (slot is { } kept && string.Equals(kept.Text, text, StringComparison.Ordinal))
        {
            return kept.Folded;
        }

        var folded = DanishFolding.Fold(text);
        slot = new Pair(text, folded);
        return folded;
    }

    private sealed record Pair(string Text, string Folded);
}
