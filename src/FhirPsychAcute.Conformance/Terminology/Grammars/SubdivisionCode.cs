using FhirPsychAcute.Conformance.Terminology.CodeSystems;

namespace FhirPsychAcute.Conformance.Terminology.Grammars;

/// <summary>ISO 3166-2: a country's two letters, a hyphen, and one to three letters or digits. Which of them are assigned is not known here.</summary>
internal static class SubdivisionCode
{
    /// <summary>Absent where the form is wrong; otherwise it cannot be told.</summary>
    public static Presence Check(string code)
    {
        var isForm = code.Length is >= 4 and <= 6 && code[2] == '-' && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);
        foreach (var c in isForm ? code.AsSpan(3) : default)
        {
            isForm &= char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c);
        }

        return isForm ? Presence.Unknown : Presence.Absent;
    }
}
