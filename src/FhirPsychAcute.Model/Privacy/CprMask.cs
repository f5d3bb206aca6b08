using System.Text.RegularExpressions;

namespace FhirPsychAcute.Model;

/// <summary>
/// Keeps Danish personal identification numbers out of everything that is said or logged: CPR (ten digits, often written 6-4) and the replacement numbers
/// (eCPR), which have letters in the eighth and ninth place. Masks by shape, not by validity: a wrong number can be one digit from a right one.
/// </summary>
public static partial class CprMask
{
    /// <summary>What stands in place of a number.</summary>
    public const string Mask = "**********";

    [GeneratedRegex(@"(?<![0-9])[0-9]{6}(-|%2[dD]| |\+)?[0-9]([0-9]{2}|[A-Z]{2})[0-9](?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    /// <summary>The text with everything of a CPR number's shape replaced.</summary>
    public static string Apply(string text) => MayHold(text) ? Shape().Replace(text, Mask) : text;

    /// <summary>Whether the text holds something of a CPR number's shape.</summary>
    public static bool IsIn(string text) => MayHold(text) && Shape().IsMatch(text);

    /// <summary>
    /// Whether a logical id is itself a CPR number: ten digits whose first four are a day and a month (days of replacement numbers are 60 higher).
    /// Ids stand in URLs and logs, so such an id is refused.
    /// </summary>
    public static bool IsCprNumber(ReadOnlySpan<char> id)
    {
        Span<char> digits = stackalloc char[10];
        var count = 0;
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] == '-' && i == 6)
            {
                continue;
            }

            if (!char.IsAsciiDigit(id[i]) || count == 10)
            {
                return false;
            }

            digits[count++] = id[i];
        }

        if (count != 10)
        {
            return false;
        }

        var day = ((digits[0] - '0') * 10) + digits[1] - '0';
        var month = ((digits[2] - '0') * 10) + digits[3] - '0';
        return day % 60 is >= 1 and <= 31 && month is >= 1 and <= 12;
    }

    // Eight digits stand in the shortest shape: texts without many digits never reach the expression.
    private static bool MayHold(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && ++digits == 8)
            {
                return true;
            }
        }

        return false;
    }
}
