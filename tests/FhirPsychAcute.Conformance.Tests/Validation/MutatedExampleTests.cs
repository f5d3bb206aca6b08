using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Validation;

/// <summary>Any bytes give an outcome: examples with bytes changed, pieces doubled, cut out or put elsewhere.</summary>
public sealed class MutatedExampleTests
{
    private static readonly Lazy<byte[][]> Seeds = new(() => [.. OfficialExamples.Instances.Select(file => file.Read()).Where(bytes => bytes.Length < 12_000).Where((_, at) => at % 5 == 0)]);
    private static readonly Validator Validator = new(DefinitionLibrary.R4, new ValidatorOptions { BestPractice = IssueSeverity.Warning, SecurityChecks = true });

    [OfficialExamplesFact]
    public void Any_change_of_an_example_gives_an_outcome_whose_texts_can_be_read()
    {
        var changes = Gen.Choose(0, int.MaxValue - 1).Four().Select(numbers => (Seed: numbers.Item1, Kind: numbers.Item2, From: numbers.Item3, Other: numbers.Item4));
        Prop.ForAll(Arb.From(changes), change =>
        {
            var bytes = Mutate(Seeds.Value[change.Seed % Seeds.Value.Length], change.Kind, change.From, change.Other);
            foreach (var issue in Validator.Validate(ResourceDocument.Parse(bytes, DefinitionLibrary.R4.Schema)).Issues)
            {
                Assert.NotEqual("", issue.Text(Language.English));
                Assert.NotEqual("", issue.Text(Language.Danish));
                Assert.True(issue.Expression.Length > 0 || issue.Code == "invalid", issue.MessageId); // a text that is no JSON has no elements to point to
                Assert.True(issue.Position.Line > 0);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    private static byte[] Mutate(byte[] seed, int kind, int place, int other)
    {
        var text = Encoding.UTF8.GetString(seed);
        var start = place % text.Length;
        var length = Math.Min(1 + (other % 60), text.Length - start);
        var elsewhere = other % text.Length;
        return (kind % 6) switch
        {
            0 => Encoding.UTF8.GetBytes(text.Remove(start, length)),
            1 => Encoding.UTF8.GetBytes(text.Insert(elsewhere, text.Substring(start, length))),
            2 => Encoding.UTF8.GetBytes(SwapValues(text, start, elsewhere)),
            3 => Encoding.UTF8.GetBytes(SwapValues(SwapValues(text, start, elsewhere), elsewhere, length)),
            4 => WithByte(seed, place % seed.Length, (byte)other),
            _ => Encoding.UTF8.GetBytes(text.Replace(WordAt(text, start), WordAt(text, elsewhere), StringComparison.Ordinal)),
        };
    }

    private static byte[] WithByte(byte[] seed, int at, byte other)
    {
        var changed = seed.ToArray();
        changed[at] = other;
        return changed;
    }

    // Puts one string of the text in the place of another, so that the text stays JSON.
    private static string SwapValues(string text, int one, int two)
    {
        var (from, to) = (StringAt(text, one), StringAt(text, two));
        return from is null || to is null ? text : text.Replace(from, to, StringComparison.Ordinal);
    }

    private static string? StringAt(string text, int at)
    {
        var start = at < text.Length ? text.IndexOf('"', at) : -1;
        var end = start < 0 ? -1 : text.IndexOf('"', start + 1);
        return end < 0 ? null : text[start..(end + 1)];
    }

    private static string WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end > at ? text[at..end] : text.Substring(at, 1);
    }
}
