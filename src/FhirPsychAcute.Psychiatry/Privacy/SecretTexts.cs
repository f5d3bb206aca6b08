using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Psychiatry.Privacy;

/// <summary>
/// Words and phrases that must not be read: finds them in any text, as whole words, and puts something else in their place. Phrases are found in whatever case,
/// single words only as they are written or in capitals, because many names are words too (Bach, Vind).
/// </summary>
internal sealed class SecretTexts
{
    // Shorter words stand in too many texts to mean a person.
    private const int Shortest = 3;

    private static readonly SearchValues<char> NotOneWord = SearchValues.Create(" .,-0123456789@");

    private readonly Dictionary<char, List<string>> byFirst = [];
    private readonly SearchValues<string>? candidates;
    private readonly string replacement;

    /// <param name="phrases">The secrets; spare ones and very short ones are passed over.</param>
    /// <param name="replacement">What stands in their place.</param>
    public SecretTexts(IEnumerable<string> phrases, string replacement)
    {
        this.replacement = replacement;
        var all = phrases.Select(static phrase => phrase.Trim()).Where(static phrase => phrase.Length >= Shortest).Distinct(StringComparer.Ordinal).ToList();
        foreach (var phrase in all.OrderByDescending(static phrase => phrase.Length))
        {
            foreach (var first in new[] { char.ToUpperInvariant(phrase[0]), char.ToLowerInvariant(phrase[0]) }.Distinct())
            {
                if (!byFirst.TryGetValue(first, out var list))
                {
                    byFirst.Add(first, list = []);
                }

                list.Add(phrase);
            }
        }

        candidates = all.Count == 0 ? null : SearchValues.Create([.. all], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text without the secrets; the same instance when there is none in it.</summary>
    public string Hide(string text)
    {
        if (candidates is null || text.AsSpan().IndexOfAny(candidates) is var at && at < 0)
        {
            return text;
        }

        var hidden = new StringBuilder(text.Length);
        var copied = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(candidates);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (Longest(text, at) is { } secret)
            {
                hidden.Append(text, copied, at - copied).Append(replacement);
                at += secret.Length;
                copied = at;
            }
            else
            {
                at++;
            }
        }

        return copied == 0 ? text : hidden.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Whether a text holds a secret.</summary>
    public bool IsIn(string text) => !ReferenceEquals(Hide(text), text);

    private string? Longest(string text, int at)
    {
        if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || !byFirst.TryGetValue(text[at], out var phrases))
        {
            return null;
        }

        var rest = text.AsSpan(at);
        foreach (var phrase in phrases)
        {
            // Danish names take an s in the genitive: Birgittes, Hansens.
            if (Begins(rest, phrase) && (rest.Length == phrase.Length || !char.IsLetterOrDigit(rest[phrase.Length])
                || (rest[phrase.Length] is 's' or 'S' && (rest.Length == phrase.Length + 1 || !char.IsLetterOrDigit(rest[phrase.Length + 1])))))
            {
                return phrase;
            }
        }

        return null;
    }

    private static bool Begins(ReadOnlySpan<char> text, string phrase)
    {
        if (!text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return phrase.AsSpan().ContainsAny(NotOneWord) || text.StartsWith(phrase, StringComparison.Ordinal) || IsUpper(text[..phrase.Length]);
    }

    private static bool IsUpper(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }

        return true;
    }
}
