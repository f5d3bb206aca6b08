using FhirPsychAcute.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Model.Tests;

/// <summary>Official examples with random damage.</summary>
public sealed class MutationTests
{
    private static readonly Lazy<byte[][]> Sources = new(() =>
        [.. new[] { "Patient-example", "Observation-f001", "Bundle-bundle-transaction", "Questionnaire-3141", "Patient-newborn", "Patient-b248b1b2-1686-4b94-9936-37d7a5f94b51", "Parameters-example", "ValueSet-example-expansion" }
            .Select(OfficialExamples.Named).Where(file => File.Exists(file.Path)).Select(file => file.Read())]);

    [OfficialExamplesFact]
    public void Damage_gives_issues_or_a_document_but_never_an_exception()
    {
        var mutations = from source in Gen.Elements(Sources.Value)
                        from count in Gen.Choose(1, 4)
                        from changes in Gen.Choose(0, source.Length - 1).Zip(Gen.Elements("{}[],:\"\\nul_ 1\0\u00e5x/"u8.ToArray())).Three()
                        from cut in Gen.Choose(0, 20)
                        select Mutate(source, count, [changes.Item1, changes.Item2, changes.Item3], cut);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(mutations.ToArbitrary(), Survives));
    }

    private static byte[] Mutate(byte[] source, int count, (int At, byte Value)[] changes, int cut)
    {
        var mutated = (byte[])source.Clone();
        foreach (var (at, value) in changes.Take(count))
        {
            mutated[at] = value;
        }

        return cut == 0 ? mutated[..changes[0].At] : mutated;
    }

    private static bool Survives(byte[] text)
    {
        var result = R4.Read(text);
        if (result.Document is { } document)
        {
            // Whatever could be read can be walked and described.
            for (var index = 0; index < document.ElementCount; index++)
            {
                var element = new Element(document, index);
                _ = element.Value;
                _ = element.RawJson;
                Assert.True(element.Parent == default || element.Parent.Children.Count() > 0);
            }

            _ = document.Root.Path;
        }

        return result.IsValid || result.Issues.Count > 0;
    }
}
