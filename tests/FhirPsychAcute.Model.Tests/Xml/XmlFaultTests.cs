using System.Text;

namespace FhirPsychAcute.Model.Tests.Xml;

public sealed class XmlFaultTests
{
    [Fact]
    public void Every_fault_of_a_resource_is_told_in_one_reading() =>
        Assert.Equal(
            [
                "Structure Patient 2:3 The element 'colour' is unknown: Patient has no such element.",
                "Structure Patient.meta 4:9 The attribute 'version' is unknown here.",
                "Structure Patient.active 5:11 The attribute 'Value' is unknown here.",
                "Structure Patient.name[0] 6:9 Text must not stand here; values stand in the attribute 'value'.",
                "Required Patient.name[0].given[0] 7:12 'given' must not be empty.",
                "Required Patient.name[0].given[1] 8:5 'given' must have the attribute 'value', or extensions.",
                "Value Patient.birthDate 10:14 'birthDate' is not a date: YYYY, YYYY-MM or YYYY-MM-DD, and a day that the calendar has.",
                "Structure Patient.gender 11:3 'gender' stands too late: the order of the elements in XML is fixed, and it comes before 'birthDate'.",
                "Structure Patient.deceased.ofType(dateTime) 13:3 'deceasedDateTime' is a second value for Patient.deceased[x], which may have only one.",
                "Structure Patient.name[1] 14:3 'name' stands apart from the others of its name: the order of the elements in XML is fixed, with repetitions together.",
                "Value Patient.name[1].use 14:14 'use' is not a code: it must have no white space at its ends and only single spaces inside.",
                "Structure Patient.birthDate 15:3 'birthDate' stands twice, but may occur only once.",
                "Value Patient.multipleBirth.ofType(integer) 16:25 'multipleBirthInteger' must be a whole number between -2147483648 and 2147483647.",
                "Required Patient.contact[0] 17:3 An element must not be empty.",
                "Structure Patient.link[0] 18:9 'id' is an attribute in XML, not an element.",
                "Structure Patient.link[0] 18:24 The element 'other' is not in the namespace http://hl7.org/fhir.",
            ],
            R4Xml.Issues("""
                <Patient xmlns="http://hl7.org/fhir">
                  <colour value="red"><name value="x"/></colour>
                  <!-- meta -->
                  <meta version="1"><versionId value="1"/></meta>
                  <active Value="true"/>
                  <name>Jens
                    <given value=""/>
                    <given/>
                  </name>
                  <birthDate value="1970-02-30"/>
                  <gender value="male"/>
                  <deceasedBoolean value="false"/>
                  <deceasedDateTime value="2020"/>
                  <name><use value=" usual"/></name>
                  <birthDate value="1970"/>
                  <multipleBirthInteger value="1.0"/>
                  <contact/>
                  <link><id value="x"/><other xmlns="urn:x"/></link>
                </Patient>
                """));

    [Fact]
    public void A_resource_outside_the_namespace_is_told_once_and_its_other_faults_too() =>
        Assert.Equal(
            ["Structure Resource 1:1 A resource must be in the namespace http://hl7.org/fhir.", "Value Patient.active 1:18 'active' must be true or false."],
            R4Xml.Issues("<Patient><active value='yes'/></Patient>"));

    [Fact]
    public void A_narrative_outside_the_XHTML_namespace_is_a_fault() =>
        Assert.Equal(
            ["Structure Patient.text.div 1:78 'div' must be in the namespace http://www.w3.org/1999/xhtml."],
            R4Xml.Issues("<Patient xmlns='http://hl7.org/fhir'><text><status value='generated'/><!----><div>x</div></text></Patient>"));

    [Fact]
    public void A_value_has_no_elements_but_extensions() =>
        Assert.Equal(
            ["Structure Patient.name[0].text 1:67 The element 'family' is unknown: a value has no elements but extensions."],
            R4Xml.Issues("<Patient xmlns='http://hl7.org/fhir'><name><text value='abcdefgh'><family value='x'/></text></name></Patient>"));

    [Fact]
    public void A_narrative_whose_root_is_no_div_is_an_unknown_element() =>
        Assert.Equal(
            ["Structure Patient.text 1:71 The element 'p' is not in the namespace http://hl7.org/fhir."],
            R4Xml.Issues("<Patient xmlns='http://hl7.org/fhir'><text><status value='generated'/><p xmlns='http://www.w3.org/1999/xhtml'>x</p></text></Patient>"));

    [Fact]
    public void An_element_holds_one_resource_and_contained_ones_hold_none() =>
        Assert.Equal(
            [
                "Structure Bundle.entry[0].resource 2:25 Only one resource may stand here; each has an element of its own around it.",
                "Required Bundle.entry[1].resource 3:8 A resource must stand in this element.",
                "NotSupported Bundle.entry[2].resource 4:18 'Person2' is not a resource type of FHIR 4.0.1.",
                "Structure Bundle.entry[3].resource.contained[0].contained[0] 5:47 A contained resource must not contain resources itself.",
                "Structure Bundle.entry[4].resource 6:18 The attribute 'id' is unknown here.",
            ],
            R4Xml.Issues("""
                <Bundle xmlns="http://hl7.org/fhir"><type value="batch"/>
                <entry><resource><Flag/><Patient/></resource></entry>
                <entry><resource/></entry>
                <entry><resource><Person2/></resource></entry>
                <entry><resource><Patient><contained><Patient><contained><Patient/></contained></Patient></contained></Patient></resource></entry>
                <entry><resource id="x"><Patient/></resource></entry>
                </Bundle>
                """));

    [Fact]
    public void An_unknown_resource_type_gives_no_document()
    {
        var result = R4Xml.Read("<Person2 xmlns='http://hl7.org/fhir'/>");

        Assert.Null(result.Document);
        Assert.Equal(["NotSupported Resource 1:1 'Person2' is not a resource type of FHIR 4.0.1."], R4Xml.Lines(result));
    }

    [Fact]
    public void Entities_cannot_be_declared()
    {
        var result = R4Xml.Read("""
            <!DOCTYPE Patient [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <Patient xmlns="http://hl7.org/fhir"><name><text value="&c;"/></name></Patient>
            """);

        Assert.Null(result.Document);
        Assert.Equal(["Invalid Resource 1:1 A document type declaration (DOCTYPE) is not allowed in a resource."], R4Xml.Lines(result));
    }

    [Fact]
    public void Files_and_addresses_cannot_be_drawn_in() =>
        Assert.Equal(
            ["Invalid Resource 1:1 A document type declaration (DOCTYPE) is not allowed in a resource."],
            R4Xml.Issues("""<!DOCTYPE Patient [<!ENTITY x SYSTEM "file:///etc/hostname">]><Patient xmlns="http://hl7.org/fhir"><id value="&x;"/></Patient>"""));

    [Theory]
    [InlineData("", "Invalid Resource 1:1 There is no XML here.")]
    [InlineData(" \n", "Invalid Resource 1:1 There is no XML here.")]
    [InlineData("{\"resourceType\":\"Patient\"}", "Invalid Resource 1:1 This is not XML: Data at the root level is invalid.")]
    [InlineData("<Patient xmlns='http://hl7.org/fhir'><name></Patient>", "Invalid Patient 1:46 This is not XML: The 'name' start tag on line 1 position 39 does not match the end tag of 'Patient'.")]
    [InlineData("<Patient xmlns='http://hl7.org/fhir'><name>", "Invalid Patient 1:44 This is not XML: Unexpected end of file has occurred.")]
    [InlineData("<Patient xmlns='http://hl7.org/fhir'><name value='1'Hansen/></Patient>", "Invalid Patient 1:53 This is not XML: '...' is an unexpected token. Expecting whitespace.")]
    [InlineData("<Patient xmlns='http://hl7.org/fhir'/><Patient/>", "Invalid Patient 1:40 This is not XML: There are multiple root elements.")]
    [InlineData("<f:Patient/>", "Invalid Resource 1:2 This is not XML: 'f' is an undeclared prefix.")]
    [InlineData("<Patient xmlns='http://hl7.org/fhir'><text><div xmlns='http://www.w3.org/1999/xhtml'>&nbsp;</div></text></Patient>", "Invalid Patient 1:87 This is not XML: Reference to undeclared entity 'nbsp'.")]
    [InlineData("<Patient xmlns='http://hl7.org/fhir'><id value='&#1;'/></Patient>", "Invalid Patient 1:51 This is not XML: '...', hexadecimal value 0x01, is an invalid character.")]
    [InlineData("<?xml version='1.0' encoding='klingon'?><Patient/>", "Invalid Resource 1:31 This is not XML: System does not support '...' encoding.")]
    public void Text_that_is_not_XML_is_told_with_its_place_and_without_what_it_says(string xml, string issue)
    {
        var result = R4Xml.Read(xml);

        Assert.Null(result.Document);
        Assert.Equal([issue], R4Xml.Lines(result));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_told()
    {
        var result = ResourceDocument.ParseXml(new byte[] { (byte)'<', (byte)'a', (byte)'>', 0xFF, 0xFE, (byte)'<' }, R4.Schema);

        Assert.Null(result.Document);
        Assert.Equal(StructureIssueCode.Invalid, Assert.Single(result.Issues).Code);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("us-ascii")]
    [InlineData("windows-1252")]
    [InlineData("ibm037")]
    [InlineData("x")]
    [InlineData("")]
    public void An_encoding_that_is_unknown_or_not_that_of_the_text_is_told(string encoding)
    {
        var result = R4Xml.Read($"<?xml version='1.0' encoding='{encoding}'?><Patient xmlns='http://hl7.org/fhir'><name><text value='Ø'/></name><active value=''/></Patient>");

        Assert.False(result.IsValid);
        Assert.NotEmpty(result.Issues);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_told_and_ends_reading()
    {
        var deep = new StringBuilder("<Patient xmlns='http://hl7.org/fhir'>");
        deep.Insert(deep.Length, "<extension url='u'>", 10_000).Insert(deep.Length, "</extension>", 10_000).Append("</Patient>");

        Assert.Equal(
            ["TooLong Patient.extension[0].extension[0] 1:57 Elements are nested deeper than 4 levels of objects and arrays."],
            R4Xml.Issues(deep.ToString(), new ParseLimits { MaxDepth = 4 }));
        Assert.Equal(StructureIssueCode.TooLong, Assert.Single(R4Xml.Read(deep.ToString()).Issues).Code);
        Assert.Equal(StructureIssueCode.TooLong, Assert.Single(R4Xml.Read(deep.ToString(), new ParseLimits { MaxDepth = int.MaxValue }).Issues).Code);
    }

    [Fact]
    public void Limits_of_size_elements_strings_and_issues_hold()
    {
        const string Xml = "<Patient xmlns='http://hl7.org/fhir'><name><family value='abcdef'/><given value='x'/></name><a/><b/></Patient>";

        Assert.Equal("TooLong Resource 1:1 The resource has 110 bytes; at most 100 are read.", R4Xml.Issues(Xml, new ParseLimits { MaxBytes = 100 })[0]);
        Assert.Equal("TooLong Patient.name[0] 1:68 The resource has more than 2 elements.", R4Xml.Issues(Xml, new ParseLimits { MaxElements = 2 })[0]);
        Assert.Equal("TooLong Patient.name[0].family 1:52 'family' has 6 bytes; at most 5 are read.", R4Xml.Issues(Xml, new ParseLimits { MaxStringBytes = 5 })[0]);
        Assert.Single(R4Xml.Issues(Xml, new ParseLimits { MaxIssues = 1 }));
        Assert.Equal(2, R4Xml.Issues(Xml).Length);
    }
}
