using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model.Tests;

public sealed class ResourceWriterTests
{
    private const string Tag = """{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}""";

    private const string Patient =
        """{"resourceType":"Patient","id":"p","text":{"status":"empty","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"},"active":true,"name":[{"family":"A","_family":{"id":"f"}}],"contact":[{"name":{"text":"N"}}],"communication":[{"language":{"text":"dansk"},"preferred":true}],"link":[{"other":{"reference":"Patient/q"},"type":"refer"}]}""";

    [Fact]
    public void Unfiltered_bytes_are_copied() => Assert.Equal("{ \"resourceType\" : \"Patient\" }", Written(" { \"resourceType\" : \"Patient\" }\n", JsonStyle.AsWritten));

    [Fact]
    public void Pretty_has_a_line_per_property_and_item()
    {
        var expected = """
            {
              "resourceType": "Patient",
              "name": [
                {
                  "given": [
                    "A \" ] , :",
                    null
                  ],
                  "_given": [
                    null,
                    {
                      "id": "g"
                    }
                  ]
                }
              ],
              "multipleBirthInteger": 1
            }
            """;
        Assert.Equal(expected, Written("""{"resourceType":"Patient","name":[{"given":["A \" ] , :",null],"_given":[null,{"id":"g"}]}],"multipleBirthInteger":1}""", JsonStyle.Pretty));
    }

    [Fact]
    public void Elements_are_those_named_and_the_mandatory_and_modifier_ones() =>
        Assert.Equal(
            """{"resourceType":"Patient","id":"p","meta":{"tag":[""" + Tag + """]},"active":true,"contact":[{"name":{"text":"N"}}],"link":[{"other":{"reference":"Patient/q"},"type":"refer"}]}""",
            Written(Patient, JsonStyle.Compact, ElementFilter.Elements(["Patient.contact", "Observation.name"])));

    [Fact]
    public void Summary_true_keeps_summary_elements_at_every_level() =>
        Assert.Equal(
            """{"resourceType":"Patient","id":"p","meta":{"tag":[""" + Tag + """]},"active":true,"name":[{"family":"A","_family":{"id":"f"}}],"link":[{"other":{"reference":"Patient/q"},"type":"refer"}]}""",
            Written(Patient, JsonStyle.Compact, ElementFilter.Summary(SummaryMode.True)));

    [Fact]
    public void Summary_text_keeps_text_id_meta_and_mandatory_elements() =>
        Assert.Equal(
            """{"resourceType":"Observation","id":"o","meta":{"tag":[{"code":"x"},""" + Tag + """],"source":"urn:s"},"status":"final","code":{"text":"c"}}""",
            Written("""{"resourceType":"Observation","id":"o","meta":{"tag":[{"code":"x"}],"source":"urn:s"},"status":"final","code":{"text":"c"},"valueString":"v"}""", JsonStyle.Compact, ElementFilter.Summary(SummaryMode.Text)));

    [Fact]
    public void Summary_data_leaves_out_the_text() =>
        Assert.Equal(
            """{"resourceType":"Group","meta":{"tag":[""" + Tag + """]},"active":true}""",
            Written("""{"resourceType":"Group","text":{"status":"empty","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"},"active":true}""", JsonStyle.Compact, ElementFilter.Summary(SummaryMode.Data)));

    [Fact]
    public void The_tag_is_not_written_twice() =>
        Assert.Equal(
            """{"resourceType":"Group","meta":{"tag":[{"code":"SUBSETTED"}]}}""",
            Written("""{"resourceType":"Group","meta":{"tag":[{"code":"SUBSETTED"}]},"quantity":3}""", JsonStyle.Compact, ElementFilter.Summary(SummaryMode.Count)));

    [Fact]
    public void Text_that_is_no_JSON_is_refused() =>
        Assert.Throws<FormatException>(() => ResourceWriter.Write("""{"a":[1,}"""u8, new ArrayBufferWriter<byte>(), JsonStyle.Pretty));

    private static string Written(string json, JsonStyle style, ElementFilter? filter = null)
    {
        var output = new ArrayBufferWriter<byte>();
        ResourceWriter.Write(R4.Document(json), output, style, filter);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
