using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model.Tests.Xml;

public sealed class XmlWritingTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    [Fact]
    public void Elements_come_in_the_order_of_their_definitions_with_ids_and_urls_as_attributes() =>
        Assert.Equal(
            Declaration
                + """<Observation xmlns="http://hl7.org/fhir"><id value="a"/><extension url="u" id="e"><valueDecimal value="1.50"/></extension><status value="final"/>"""
                + """<code><coding><code value="1"/></coding><coding><code value="2"/></coding></code><valueBoolean value="true"/></Observation>""",
            R4Xml.Write(R4.Document("""
                {"valueBoolean":true,"code":{"coding":[{"code":"1"},{"code":"2"}]},"status":"final","resourceType":"Observation","extension":[{"valueDecimal":1.50,"url":"u","id":"e"}],"id":"a"}
                """).Root));

    [Fact]
    public void Pretty_puts_each_element_on_a_line()
    {
        var document = R4.Document("""{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Patient","active":true}},{"resource":{"resourceType":"Patient"}}]}""");

        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Bundle xmlns="http://hl7.org/fhir">
              <type value="batch"/>
              <entry>
                <resource>
                  <Patient>
                    <active value="true"/>
                  </Patient>
                </resource>
              </entry>
              <entry>
                <resource>
                  <Patient/>
                </resource>
              </entry>
            </Bundle>

            """.ReplaceLineEndings("\n"),
            R4Xml.Write(document.Root, pretty: true));
    }

    [Fact]
    public void Twins_are_joined_with_their_values() =>
        Assert.Equal(
            Declaration
                + """<Patient xmlns="http://hl7.org/fhir"><name><given value="A"/><given><extension url="u"><valueCode value="x"/></extension></given><given id="c" value="C"/></name>"""
                + """<birthDate id="b" value="1970"><extension url="u"><valueString value="s"/></extension></birthDate></Patient>""",
            R4Xml.Write(R4.Document("""
                {"resourceType":"Patient","_birthDate":{"extension":[{"url":"u","valueString":"s"}],"id":"b"},"birthDate":"1970",
                 "name":[{"_given":[null,{"extension":[{"url":"u","valueCode":"x"}]},{"id":"c"}],"given":["A",null,"C"]}]}
                """).Root));

    [Fact]
    public void Special_characters_are_escaped_and_those_that_XML_lacks_replaced()
    {
        var document = R4.Document("""{"resourceType":"Patient","name":[{"text":"\ta\nb\r<c> & \"d\" \\ Å \ud83d\ude00 \uffff ﻿x"}]}""");

        Assert.Contains("value=\"&#x9;a&#xA;b&#xD;&lt;c&gt; &amp; &quot;d&quot; \\ Å 😀 \uFFFD \uFEFFx\"", R4Xml.Write(document.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contained_resource_can_be_written_by_itself()
    {
        var document = R4.Document("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o"}]}""");

        Assert.Equal(Declaration + "<Organization xmlns=\"http://hl7.org/fhir\"><id value=\"o\"/></Organization>", R4Xml.Write(document.Root.Child("contained")));
    }

    [Fact]
    public void Only_resources_can_be_written()
    {
        var document = R4.Document("""{"resourceType":"Patient","active":true}""");

        Assert.Throws<ArgumentException>(() => R4Xml.Write(document.Root.Child("active")));
        Assert.Throws<ArgumentException>(() => R4Xml.Write(default));
    }

    [Fact]
    public void A_filter_leaves_elements_out_and_marks_the_resource()
    {
        var document = R4.Document("""{"resourceType":"Patient","id":"a","active":true,"birthDate":"1970"}""");
        var output = new ArrayBufferWriter<byte>();

        XmlResourceWriter.Write(document, output, pretty: false, ElementFilter.Elements(["active"]));

        var xml = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Contains("<code value=\"SUBSETTED\"/>", xml, StringComparison.Ordinal);
        Assert.Contains("<active value=\"true\"/>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("birthDate", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_gets_the_same_text()
    {
        var document = R4.Document("""{"resourceType":"Patient","active":true}""");
        using var stream = new MemoryStream();

        XmlResourceWriter.Write(document.Root, stream, pretty: false);

        Assert.Equal(Declaration + "<Patient xmlns=\"http://hl7.org/fhir\"><active value=\"true\"/></Patient>", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>a<br/>&#160;b</div>", "<div xmlns='http://www.w3.org/1999/xhtml'>a<br/>&#160;b</div>")]
    [InlineData(" <div xmlns='http://www.w3.org/1999/xhtml'>a</div>\\n", "<div xmlns='http://www.w3.org/1999/xhtml'>a</div>")]
    [InlineData("<?xml version='1.0'?><div xmlns='http://www.w3.org/1999/xhtml'>a<?b c?></div>", "<div xmlns=\"http://www.w3.org/1999/xhtml\">a</div>")]
    [InlineData("<h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:b>a</h:b></h:div>", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><b>a</b></div>")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><v:b>a</v:b></div>", "<div xmlns=\"http://www.w3.org/1999/xhtml\">&lt;div xmlns='http://www.w3.org/1999/xhtml'&gt;&lt;v:b&gt;a&lt;/v:b&gt;&lt;/div&gt;</div>")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>a<!-- b -- c --></div>", "<div xmlns=\"http://www.w3.org/1999/xhtml\">&lt;div xmlns='http://www.w3.org/1999/xhtml'&gt;a&lt;!-- b -- c --&gt;&lt;/div&gt;</div>")]
    public void A_narrative_becomes_part_of_the_document_and_cannot_break_it(string narrative, string written)
    {
        var document = R4.Document($$"""{"resourceType":"Patient","text":{"div":"{{narrative}}","status":"generated"} }""");

        Assert.Equal(
            Declaration + "<Patient xmlns=\"http://hl7.org/fhir\"><text><status value=\"generated\"/>" + written + "</text></Patient>",
            R4Xml.Write(document.Root));
    }
}
