using System.Buffers;
using System.Globalization;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Model.Tests;

/// <summary>Edits and writing, on every official example.</summary>
public sealed class ExampleEditingTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.Parse("2026-03-01T12:00:00Z", CultureInfo.InvariantCulture);

    [OfficialExamplesFact]
    public void Server_fields_change_nothing_else()
    {
        foreach (var file in OfficialExamples.Instances)
        {
            var document = R4.Read(file.Read()).Document!;
            var changed = new ResourceEditor(document).SetServerFields("new-id", "7", Time).ToDocument();
            Assert.Equal(("new-id", "7"), (changed.Id, changed.VersionId));
            Assert.Null(JsonEquality.Difference(document.Bytes, changed.Bytes, JsonEquality.ServerFields));
            if (document.ElementCount < 200)
            {
                Documents.AssertSameAsReadAnew(changed);
            }
        }
    }

    [OfficialExamplesFact]
    public void Pretty_and_compact_JSON_are_the_same_JSON()
    {
        foreach (var file in OfficialExamples.Instances)
        {
            var document = R4.Read(file.Read()).Document!;
            var pretty = new ArrayBufferWriter<byte>();
            ResourceWriter.Write(document, pretty, JsonStyle.Pretty);
            Assert.Null(JsonEquality.Difference(document.Bytes, pretty.WrittenMemory));
            var compact = new ArrayBufferWriter<byte>();
            ResourceWriter.Write(pretty.WrittenSpan, compact, JsonStyle.Compact);
            Assert.Null(JsonEquality.Difference(document.Bytes, compact.WrittenMemory));
            Assert.DoesNotContain((byte)'\n', compact.WrittenSpan.ToArray());
        }
    }

    [OfficialExamplesFact]
    public void Filtered_resources_are_resources()
    {
        ElementFilter[] filters =
        [
            ElementFilter.Summary(SummaryMode.True), ElementFilter.Summary(SummaryMode.Text), ElementFilter.Summary(SummaryMode.Data), ElementFilter.Summary(SummaryMode.Count),
            ElementFilter.Elements(["identifier", "name", "subject"]),
        ];
        foreach (var file in OfficialExamples.Instances)
        {
            var document = R4.Read(file.Read()).Document!;
            foreach (var filter in filters)
            {
                var written = new ArrayBufferWriter<byte>();
                ResourceWriter.Write(document, written, JsonStyle.Compact, filter);
                var result = R4.Read(written.WrittenSpan.ToArray());
                Assert.Empty(result.Issues);
                Assert.Contains(result.Document!.Root.Child("meta").ChildrenNamed("tag").ToList(), tag => tag.ChildValue("code") == "SUBSETTED");
            }
        }
    }

    [OfficialExamplesFact]
    public void What_is_left_when_any_element_is_removed_has_the_structure_of_a_resource()
    {
        foreach (var (document, element) in AnyElements())
        {
            var removed = new ResourceEditor(document).Remove(element).ToResult();
            Assert.Empty(removed.Issues);
            Assert.True(removed.Document!.ElementCount < document.ElementCount);
        }
    }

    [OfficialExamplesFact]
    public void Any_element_takes_an_extension()
    {
        foreach (var (document, element) in AnyElements())
        {
            // A resource inside others may be of a type that takes none (Bundle, Parameters).
            if (element.Type.Element("extension") is null && !element.Type.IsPrimitive)
            {
                continue;
            }

            var extended = new ResourceEditor(document).Add(element, "extension", """{"url":"http://example.org/added","valueCode":"here"}"""u8).ToResult();
            Assert.Empty(extended.Issues);
            Assert.Equal(document.ElementCount + 3, extended.Document!.ElementCount);
        }
    }

    [OfficialExamplesFact]
    public void Any_text_takes_another_value()
    {
        foreach (var (document, element) in AnyElements())
        {
            if (element.Type.Primitive is PrimitiveKind.String or PrimitiveKind.Markdown)
            {
                var changed = new ResourceEditor(document).SetValue(element, "Æ \"x\"\n").ToDocument();
                Documents.AssertSameAsReadAnew(changed);
                Assert.Equal("Æ \"x\"\n", element.HasValue ? new Element(changed, element.Index).Value : "Æ \"x\"\n");
            }
        }
    }

    /// <summary>Some elements, at every depth, of every seventh official example that is not very large.</summary>
    private static IEnumerable<(ResourceDocument Document, Element Element)> AnyElements()
    {
        foreach (var file in OfficialExamples.Instances.Where((_, index) => index % 7 == 0))
        {
            var document = R4.Read(file.Read()).Document!;
            var step = Math.Max(1, document.ElementCount / 20);
            for (var index = 1; index < document.ElementCount && document.ElementCount < 2000; index += step)
            {
                yield return (document, new Element(document, index));
            }
        }
    }
}
