using System.Globalization;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>
/// Names as a Danish list has them (Retskrivningsordbogen § 4 and appendix on alphabetical order): æ, ø, å after z, aa as å, capitals as small letters, other accents ignored.
/// A total order: what is equal so far is told apart by its characters. The same on every machine, whatever its language data.
/// </summary>
internal sealed class DanishOrder : IComparer<string>
{
    private const int Ae = 'z' + 1;
    private const int Oe = 'z' + 2;
    private const int Aa = 'z' + 3;

    /// <summary>The order.</summary>
    public static DanishOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        int i = 0, j = 0;
        while (true)
        {
            int left = Next(x, ref i), right = Next(y, ref j);
            if (left != right)
            {
                return left.CompareTo(right);
            }

            if (left == 0)
            {
                return string.CompareOrdinal(x, y);
            }
        }
    }

    // The weight of the letter at a place; 0 at the end. Letters stand after digits, and both after everything else.
    private static int Next(string text, ref int at)
    {
        while (at < text.Length)
        {
            var letter = char.ToLowerInvariant(text[at++]);
            switch (letter)
            {
                case 'æ' or 'ä':
                    return Ae;
                case 'ø' or 'ö':
                    return Oe;
                case 'å':
                    return Aa;
                case 'a' when at < text.Length && text[at] is 'a' or 'A':
                    at++;
                    return Aa;
                case >= '\u0300' and <= '\u036f':
                    continue;
                case < '\u0080':
                    return letter;
                default:
                    return Plain(letter);
            }
        }

        return 0;
    }

    private static int Plain(char letter)
    {
        var parts = char.IsSurrogate(letter) ? letter.ToString() : letter.ToString().Normalize(System.Text.NormalizationForm.FormD);
        return parts[0] < 0x80 && CharUnicodeInfo.GetUnicodeCategory(parts[0]) == UnicodeCategory.LowercaseLetter ? parts[0] : Aa + letter;
    }
}
