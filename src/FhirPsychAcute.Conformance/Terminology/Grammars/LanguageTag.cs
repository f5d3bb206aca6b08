using FhirPsychAcute.Conformance.Terminology.CodeSystems;

namespace FhirPsychAcute.Conformance.Terminology.Grammars;

/// <summary>
/// Language tags (BCP 47, RFC 5646 2.1): language, extended language, script, region, variants, extensions, private use, and the tags that are grandfathered.
/// Two-letter languages are those of ISO 639-1, which the registry holds all; longer ones are known by their form.
/// </summary>
internal static class LanguageTag
{
    private const string Languages =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn "
        + "gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi "
        + "mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw "
        + "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

    private const string Grandfathered =
        "en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr sgn-be-nl sgn-ch-de art-lojban cel-gaulish "
        + "no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang";

    private static readonly HashSet<string> KnownLanguages = new(Languages.Split(' '), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> KnownGrandfathered = new(Grandfathered.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text is a language tag.</summary>
    public static Presence Check(string code) => IsTag(code) ? Presence.Present : Presence.Absent;

    private static bool IsTag(string code)
    {
        if (KnownGrandfathered.Contains(code))
        {
            return true;
        }

        var parts = code.Split('-');
        if (Array.Exists(parts, part => part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit)))
        {
            return false;
        }

        if (parts[0] is "x" or "X")
        {
            return parts.Length > 1;
        }

        // The grammar allows languages of up to eight letters; the registry has none beyond three.
        if (!IsAlpha(parts[0]) || parts[0].Length is < 2 or > 3 || (parts[0].Length == 2 && !KnownLanguages.Contains(parts[0])))
        {
            return false;
        }

        var at = 1;
        for (var extended = 0; extended < 3 && at < parts.Length && parts[at].Length == 3 && IsAlpha(parts[at]); extended++)
        {
            at++;
        }

        at += at < parts.Length && parts[at].Length == 4 && IsAlpha(parts[at]) ? 1 : 0;
        at += at < parts.Length && IsRegion(parts[at]) ? 1 : 0;
        while (at < parts.Length && (parts[at].Length >= 5 || (parts[at].Length == 4 && char.IsAsciiDigit(parts[at][0]))))
        {
            at++;
        }

        return AreExtensions(parts.AsSpan(at));
    }

    // A singleton and what belongs to it; x takes all the rest.
    private static bool AreExtensions(ReadOnlySpan<string> parts)
    {
        while (!parts.IsEmpty)
        {
            if (parts[0].Length != 1 || parts.Length < 2)
            {
                return false;
            }

            if (parts[0] is "x" or "X")
            {
                return true;
            }

            var length = 1;
            while (length < parts.Length && parts[length].Length >= 2)
            {
                length++;
            }

            if (length == 1)
            {
                return false;
            }

            parts = parts[length..];
        }

        return true;
    }

    private static bool IsRegion(string part) => (part.Length == 2 && IsAlpha(part)) || (part.Length == 3 && part.All(char.IsAsciiDigit));

    private static bool IsAlpha(string part) => part.All(char.IsAsciiLetter);
}
