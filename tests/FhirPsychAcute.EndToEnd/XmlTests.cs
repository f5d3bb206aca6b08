using System.Xml.Linq;

namespace FhirPsychAcute.EndToEnd;

/// <summary>XML in and out of every interaction; what is stored is the same resource as in JSON.</summary>
public sealed class XmlTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    private static readonly (string, string) IsXml = ("Content-Type", "application/fhir+xml");
    private static readonly (string, string) WantsXml = ("Accept", "application/fhir+xml");

    [Fact]
    public async Task A_resource_created_in_XML_is_read_in_JSON_with_every_value_as_written()
    {
        var created = await server.PostAsync("Observation", """
            <Observation xmlns="http://hl7.org/fhir">
              <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Æble &amp; øl</p></div></text>
              <status value="final"/>
              <code><text value="Ångstrøm"/></code>
              <valueQuantity><value value="1.50"/><unit value="kg"/></valueQuantity>
            </Observation>
            """, IsXml);

        Assert.Equal(201, created.Status);
        var read = await server.GetAsync($"Observation/{created.Id}");
        Assert.Contains("1.50", read.Body, StringComparison.Ordinal);
        Assert.Equal("Ångstrøm", read.Json["code"]!["text"]!.GetValue<string>());
        Assert.Equal("""<div xmlns="http://www.w3.org/1999/xhtml"><p>Æble &amp; øl</p></div>""", read.Json["text"]!["div"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_created_in_JSON_goes_out_and_in_again_as_XML_unchanged()
    {
        var id = (await server.PostAsync("Patient", """
            {"resourceType":"Patient","_birthDate":{"extension":[{"url":"http://example.org/unknown","valueBoolean":true}]},
             "name":[{"family":"Sørensen","given":["Åse",null],"_given":[null,{"id":"g2","extension":[{"url":"http://example.org/x","valueString":"y"}]}]}],
             "contained":[{"resourceType":"Organization","id":"o","name":"A & B"}],"managingOrganization":{"reference":"#o"}}
            """)).Id;
        var before = await server.GetAsync($"Patient/{id}");

        var xml = await server.GetAsync($"Patient/{id}", WantsXml);
        var stored = await server.PutAsync($"Patient/{id}", xml.Body, IsXml);

        Assert.Equal("application/fhir+xml; charset=utf-8", xml.Header("Content-Type"));
        Assert.Equal(200, stored.Status);
        var after = (await server.GetAsync($"Patient/{id}")).Json.AsObject();
        var expected = before.Json.AsObject();
        expected.Remove("meta");
        after.Remove("meta");
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(expected, after), after.ToJsonString());
    }

    [Theory]
    [InlineData("metadata", "CapabilityStatement")]
    [InlineData("metadata?mode=terminology", "TerminologyCapabilities")]
    [InlineData("Patient?_count=2", "Bundle")]
    [InlineData("Patient?_count=2&_summary=true", "Bundle")]
    [InlineData("_history?_count=2", "Bundle")]
    [InlineData("Patient/findes-ikke", "OperationOutcome")]
    [InlineData("Patient?birthdate=yesterday", "OperationOutcome")]
    [InlineData("Patient/$validate", "OperationOutcome")]
    public async Task Every_answer_can_be_XML(string path, string type)
    {
        await server.CreatePatientAsync("Xml");

        var reply = await server.GetAsync(path, WantsXml);

        Assert.Equal(Fhir + type, XDocument.Parse(reply.Body).Root!.Name);
        Assert.Equal("application/fhir+xml; charset=utf-8", reply.Header("Content-Type"));
    }

    [Fact]
    public async Task Vread_and_history_of_one_resource_are_XML_too()
    {
        var id = await server.CreatePatientAsync("Historie");

        Assert.Equal(Fhir + "Patient", XDocument.Parse((await server.GetAsync($"Patient/{id}/_history/1?_format=xml")).Body).Root!.Name);
        Assert.Equal(Fhir + "Bundle", XDocument.Parse((await server.GetAsync($"Patient/{id}/_history?_format=application/fhir%2Bxml&_pretty=true")).Body).Root!.Name);
    }

    [Fact]
    public async Task A_transaction_in_XML_resolves_its_links_and_answers_in_XML()
    {
        var reply = await server.PostAsync("", """
            <Bundle xmlns="http://hl7.org/fhir">
              <type value="transaction"/>
              <entry>
                <fullUrl value="urn:uuid:6f9ae2a5-2f0b-4a4e-9f5c-0c6a2f3a1b11"/>
                <resource><Patient><name><family value="Transaktion"/></name></Patient></resource>
                <request><method value="POST"/><url value="Patient"/></request>
              </entry>
              <entry>
                <resource><Basic><code><text value="x"/></code><subject><reference value="urn:uuid:6f9ae2a5-2f0b-4a4e-9f5c-0c6a2f3a1b11"/></subject></Basic></resource>
                <request><method value="POST"/><url value="Basic"/></request>
              </entry>
            </Bundle>
            """, IsXml, WantsXml);

        Assert.Equal(200, reply.Status);
        var locations = XDocument.Parse(reply.Body).Descendants(Fhir + "location").Select(location => location.Attribute("value")!.Value).ToList();
        var basic = await server.GetAsync(locations[1].Split("/_history")[0]);
        Assert.Equal(locations[0].Split("/_history")[0], basic.Json["subject"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_fault_in_a_transaction_in_XML_is_placed_in_the_XML()
    {
        var reply = await server.PostAsync("", """
            <Bundle xmlns="http://hl7.org/fhir">
              <type value="transaction"/>
              <entry>
                <resource><Patient>
                  <birthDate value="yesterday"/></Patient></resource>
                <request><method value="POST"/><url value="Patient"/></request>
              </entry>
            </Bundle>
            """, IsXml);

        Assert.Equal(400, reply.Status);
        Assert.Equal("Bundle.entry[0].resource.birthDate", reply.Expression);
        Assert.Equal(5, reply.Issue["extension"]![0]!["valueInteger"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("<Patient")]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><gendr value=\"x\"/></Patient>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Patient xmlns=\"http://hl7.org/fhir\"/>")]
    [InlineData("{\"resourceType\":\"Patient\"}")]
    public async Task What_is_no_resource_in_XML_is_400_with_line_and_column(string body)
    {
        var reply = await server.PostAsync("Patient", body, IsXml);

        Assert.Equal(400, reply.Status);
        Assert.Equal("operationoutcome-issue-line", reply.Issue["extension"]![0]!["url"]!.GetValue<string>().Split('/')[^1]);
    }

    [Fact]
    public async Task Validate_tells_lines_of_the_XML()
    {
        var reply = await server.PostAsync("Patient/$validate", "<Patient xmlns=\"http://hl7.org/fhir\">\n <gendr value=\"x\"/>\n</Patient>", IsXml);

        Assert.Equal(200, reply.Status);
        Assert.Equal(2, reply.Issue["extension"]![0]!["valueInteger"]!.GetValue<int>());
    }
}
