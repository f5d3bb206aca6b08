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
            if (document.ElementCount < 300)
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
    public void What_is_left_when_an_element_is_removed_has_the_structure_of_a_resource()
    {
        foreach (var file in OfficialExamples.Instances.Where((_, index) => index % 7 == 0))
        {
            var document = R4.Read(file.Read()).Document!;
            foreach (var child in document.Root.Children)
            {
                var removed = new ResourceEditor(document).Remove(child).ToResult();
                Assert.Empty(removed.Issues);
                Assert.True(removed.Document!.ElementCount < document.ElementCount);
            }
        }
    }
}
