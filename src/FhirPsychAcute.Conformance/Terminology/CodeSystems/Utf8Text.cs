using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>Values of elements as UTF-8.</summary>
internal static class Utf8Text
{
    /// <summary>What the primitive's value means, in UTF-8; the document's own bytes where they hold no escapes. Empty without value.</summary>
    public static ReadOnlyMemory<byte> Of(Element primitive)
    {
        if (!primitive.HasValue)
        {
            return default;
        }

        var json = primitive.RawJson;
        return primitive.IsEscaped || json.Span[0] != '"' ? Encoding.UTF8.GetBytes(primitive.Value!) : json[1..^1];
    }

    /// <summary>The text in one case, for systems that do not tell cases apart.</summary>
    public static byte[] Fold(ReadOnlySpan<byte> text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            var folded = new byte[text.Length];
            System.Text.Ascii.ToLower(text, folded, out _);
            return folded;
        }

        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToLowerInvariant());
    }
}
