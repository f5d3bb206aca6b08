using System.Text;

namespace FhirPsychAcute.Model.Tests.Xml;

public sealed class XmlReadingTests
{
    [Fact]
    public void Attributes_repetitions_and_numbers_become_JSON_as_written() =>
        Assert.Equal(
            """{"resourceType":"Observation","id":"a","extension":[{"id":"e","url":"http://x.dk/e","valueDecimal":1.50}],"status":"final","code":{"coding":[{"code":"1"},{"code":"2"}]},"valueQuantity":{"value":-0.0e3}}""",
            R4Xml.Json("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- a comment -->
                <Observation xmlns="http://hl7.org/fhir">
                  <id value="a"/>
                  <extension id="e" url="http://x.dk/e"><valueDecimal value="1.50"/></extension>
                  <?note not part of it?>
                  <status value="final"/>
                  <code><coding><code value="1"/></coding><!-- between --><coding><code value="2"></code></coding></code>
                  <valueQuantity><value value="-0.0e3"/></valueQuantity>
                </Observation>
                """));

    [Fact]
    public void Ids_and_extensions_of_primitives_become_their_twins() =>
        Assert.Equal(
            """{"resourceType":"Patient","name":[{"given":["A",null,"C"],"_given":[null,{"extension":[{"url":"u","valueCode":"x"}]},{"id":"c"}]},{"_given":[{"extension":[{"url":"u","valueCode":"y"}]}]}],"birthDate":"1970-03-30","_birthDate":{"id":"b","extension":[{"url":"u","valueString":"Easter"}]}}""",
            R4Xml.Json("""
                <Patient xmlns="http://hl7.org/fhir">
                  <name>
                    <given value="A"/>
                    <given><extension url="u"><valueCode value="x"/></extension></given>
                    <given id="c" value="C"/>
                  </name>
                  <name><given><extension url="u"><valueCode value="y"/></extension></given></name>
                  <birthDate id="b" value="1970-03-30"><extension url="u"><valueString value="Easter"/></extension></birthDate>
                </Patient>
                """));

    [Fact]
    public void Contained_and_bundled_resources_stand_in_an_element_of_their_own() =>
        Assert.Equal(
            """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o"},{"resourceType":"Practitioner","id":"p"}],"active":true}}]}""",
            R4Xml.Json("""
                <Bundle xmlns="http://hl7.org/fhir">
                  <type value="collection"/>
                  <entry><resource><Patient>
                    <contained><Organization><id value="o"/></Organization></contained>
                    <contained><Practitioner><id value="p"/></Practitioner></contained>
                    <active value="true"/>
                  </Patient></resource></entry>
                </Bundle>
                """));

    [Fact]
    public void The_narrative_becomes_a_string_that_stands_by_itself() =>
        Assert.Equal(
            """{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p title=\"a &amp; &quot;b&quot;\">1 &lt; 2 <!-- seen --><br/>\n</p>x &lt;y&gt;</div>"}}""",
            R4Xml.Json("""
                <f:Patient xmlns:f="http://hl7.org/fhir" xmlns:h="http://www.w3.org/1999/xhtml">
                  <f:text><f:status value="generated"/><h:div><h:p title='a &amp; "b"'>1 &lt; 2 <!-- seen --><h:br/>
                </h:p><?x y?>x <![CDATA[<y>]]></h:div></f:text>
                </f:Patient>
                """.ReplaceLineEndings("\n")));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_tells_the_encoding(string encoding)
    {
        var target = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. target.GetPreamble(), .. target.GetBytes("<Patient xmlns='http://hl7.org/fhir'><name><family value='Sørensen 😀'/></name></Patient>")];

        var result = ResourceDocument.ParseXml(bytes, R4.Schema);

        Assert.Equal("Sørensen 😀", result.Document!.Root.Child("name").ChildValue("family"));
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void The_schema_may_be_named_on_a_resource() =>
        Assert.Empty(R4Xml.Issues("""<Patient xmlns="http://hl7.org/fhir" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://hl7.org/fhir fhir-all.xsd"/>"""));

    [Fact]
    public void Elements_keep_their_places_in_the_XML()
    {
        var root = R4Xml.Document("""
            <Patient xmlns="http://hl7.org/fhir">
              <contained>
                <Organization><name value="A"/></Organization>
              </contained>
              <name>
                <given value="A"/> <given><extension url="u"><valueCode value="x"/></extension></given>
              </name>
            </Patient>
            """).Root;
        var given = root.Child("name").ChildrenNamed("given").ToList();
        var contained = root.Child("contained");

        Assert.Equal("line 1, column 1", root.Position.ToString());
        Assert.Equal("line 6, column 5", given[0].Position.ToString());
        Assert.Equal("line 6, column 24", given[1].Position.ToString());
        Assert.Equal("line 6, column 31", given[1].Child("extension").Position.ToString());
        Assert.Equal("line 3, column 19", contained.Child("name").Position.ToString());
        Assert.Equal("line 3, column 19", ResourceDocument.Extract(contained).Root.Child("name").Position.ToString());
    }

    [Fact]
    public void Every_special_character_of_a_value_comes_through()
    {
        var document = R4Xml.Document("<Patient xmlns='http://hl7.org/fhir'><name><text value='&#x9;a&#xA;b &quot;c\" \\ &lt;d&gt; &amp;amp; &#x1F600; Å'/></name></Patient>");

        Assert.Equal("\ta\nb \"c\" \\ <d> &amp; 😀 Å", document.Root.Child("name").ChildValue("text"));
    }
}
