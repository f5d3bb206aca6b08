using System.Buffers;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;

/// <summary>
/// The form of codes in systems whose content is not shipped. A code of the wrong form cannot exist; one of the right form may.
/// </summary>
internal static class CodeForms
{
    /// <summary>SNOMED CT.</summary>
    public const string Snomed = "http://snomed.info/sct";

    /// <summary>LOINC.</summary>
    public const string Loinc = "http://loinc.org";

    // Dihedral group of order ten and its permutation, as the SNOMED CT release file specification gives them (Verhoeff's check digit).
    private static readonly byte[] Multiply =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 0, 6, 7, 8, 9, 5, 2, 3, 4, 0, 1, 7, 8, 9, 5, 6, 3, 4, 0, 1, 2, 8, 9, 5, 6, 7, 4, 0, 1, 2, 3, 9, 5, 6, 7, 8,
        5, 9, 8, 7, 6, 0, 4, 3, 2, 1, 6, 5, 9, 8, 7, 1, 0, 4, 3, 2, 7, 6, 5, 9, 8, 2, 1, 0, 4, 3, 8, 7, 6, 5, 9, 3, 2, 1, 0, 4, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
    ];

    private static readonly SearchValues<char> InExpressions = SearchValues.Create(" |:+={}()<");

    private static readonly byte[] Permute = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    /// <summary>Whether a code can be one of that system, as far as its form tells; true for a system of which no form is known.</summary>
    public static bool IsPlausible(string system, string code) => system switch
    {
        // A post-coordinated expression begins with an identifier but holds more than digits.
        Snomed => IsSnomedIdentifier(code) || code.AsSpan().ContainsAny(InExpressions),
        Loinc => IsLoinc(code),
        _ => true,
    };

    /// <summary>Whether a text is the identifier of a SNOMED CT concept: 6 to 18 digits, no leading zero, partition 00 or 10, the last a Verhoeff check digit.</summary>
    public static bool IsSnomedIdentifier(ReadOnlySpan<char> code)
    {
        if (code.Length is < 6 or > 18 || code[0] == '0' || code.ContainsAnyExceptInRange('0', '9') || code[^3..^1] is not ("00" or "10"))
        {
            return false;
        }

        var check = 0;
        for (var i = 0; i < code.Length; i++)
        {
            var digit = code[code.Length - 1 - i] - '0';
            for (var turn = i % 8; turn > 0; turn--)
            {
                digit = Permute[digit];
            }

            check = Multiply[(check * 10) + digit];
        }

        return check == 0;
    }

    /// <summary>Whether a text is a LOINC code, part, answer, answer list or group: an optional prefix of two letters, up to eight digits, a dash and one check digit.</summary>
    public static bool IsLoinc(ReadOnlySpan<char> code)
    {
        var dash = code.IndexOf('-');
        if (code.StartsWith("MTHU", StringComparison.Ordinal))
        {
            return code.Length > 4 && !code[4..].ContainsAnyExceptInRange('0', '9');
        }

        var digits = code.StartsWith("L", StringComparison.Ordinal) && code.Length > 2 ? 2 : 0;
        return dash > digits && dash - digits <= 8 && code.Length == dash + 2
            && (digits == 0 || code[1] is 'A' or 'G' or 'L' or 'P')
            && !code[digits..dash].ContainsAnyExceptInRange('0', '9') && char.IsAsciiDigit(code[dash + 1]);
    }
}
