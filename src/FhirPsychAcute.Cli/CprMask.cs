using System.Text.RegularExpressions;

namespace FhirPsychAcute.Cli;

/// <summary>Hides what may be a CPR number in a text that is printed: six digits, perhaps a hyphen or a space, four places.</summary>
internal static partial class CprMask
{
    private const string Masked = "******-****";

    /// <summary>The text with every such number masked.</summary>
    public static string Apply(string text) => Pattern().Replace(text, Masked);

    // Replacement numbers (eCPR) have letters in the eighth and ninth place.
    [GeneratedRegex("(?<![0-9A-Za-z])[0-9]{6}[- ]?[0-9][0-9A-Z]{2}[0-9](?![0-9A-Za-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
