namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class ReferenceSearchTests(ReferenceSearchTests.Data data) : IClassFixture<ReferenceSearchTests.Data>
{
    [Theory]
    [InlineData("Observation?subject=Patient/p1", "o1 o2")]
    [InlineData("Observation?subject=p1", "o1 o2 og")]
    [InlineData("Observation?subject:Patient=p1", "o1 o2")]
    [InlineData("Observation?subject:Group=p1", "og")]
    [InlineData("Observation?patient=p1", "o1 o2")]
    [InlineData("Observation?subject=https://psych.example.dk/fhir/Patient/p1", "o1 o2")]
    [InlineData("Observation?subject=https://elsewhere.example/fhir/Patient/p1", "ox")]
    [InlineData("Observation?subject=Patient/nobody", "")]
    [InlineData("Observation?subject=Patient/p1,Group/p1", "o1 o2 og")]
    [InlineData("Observation?subject=Patient/p1,Patient/p2", "o1 o2 o3")]
    [InlineData("Observation?subject=Patient/p1/_history/2", "o2")]
    [InlineData("Observation?subject:identifier=urn:oid:1.2.208.176.1.2|A1", "ol")]
    [InlineData("Observation?subject:missing=true", "none")]
    [InlineData("Observation?subject:missing=false", "o1 o2 o3 og ol ox")]
    [InlineData("QuestionnaireResponse?questionnaire=http://example.org/Questionnaire/q", "q1 q2")]
    [InlineData("QuestionnaireResponse?questionnaire=http://example.org/Questionnaire/q|2", "q2")]
    [InlineData("QuestionnaireResponse?questionnaire=Questionnaire/quest", "own rel")]
    [InlineData("QuestionnaireResponse?questionnaire=https://psych.example.dk/fhir/Questionnaire/quest", "own rel")]
    [InlineData("QuestionnaireResponse?questionnaire=quest", "own rel")]
    // Chains.
    [InlineData("Observation?subject:Patient.name=peter", "o1 o2")]
    [InlineData("Observation?subject.name=peter", "o1 o2")]
    [InlineData("Observation?patient.organization.name=psyk", "o1 o2")]
    [InlineData("Observation?subject:Patient.organization:Organization.identifier=http://sor|7", "o1 o2")]
    [InlineData("Observation?patient.name:missing=true", "o3")]
    [InlineData("Observation?patient.gender:not=male", "o3")]
    [InlineData("Observation?patient._id=p2", "o3")]
    [InlineData("Observation?code=c&patient.name=peter", "o1")]
    [InlineData("QuestionnaireResponse?questionnaire.title=screening", "own q1 q2 rel")]
    // Reverse chains.
    [InlineData("Patient?_has:Observation:patient:code=c", "p1")]
    [InlineData("Patient?_has:Observation:subject:code=c", "p1")]
    [InlineData("Patient?_has:Observation:patient:code:not=c", "p1 p2")]
    [InlineData("Organization?_has:Patient:organization:_has:Observation:patient:code=c", "org")]
    [InlineData("Observation?patient._has:Observation:patient:code=c", "o1 o2")]
    [InlineData("Patient?_has:Observation:patient:status=final&gender=male", "p1")]
    // Compartments.
    [InlineData("Patient/p1/Observation", "o1 o2")]
    [InlineData("Patient/p1/Observation?code=c", "o1")]
    [InlineData("Patient/p2/Observation", "o3")]
    [InlineData("Patient/p1/*", "e1 o1 o2 p1")]
    [InlineData("Patient/p1/Patient", "p1")]
    public async Task Finds(string url, string expected) =>
        Assert.Equal(expected, await data.Bed.Find(url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "_sort=_id"));

    [Theory]
    [InlineData("ValueSet?url=http://acme.org/fhir/ValueSet/123", "v1")]
    [InlineData("ValueSet?url=http://acme.org/fhir/ValueSet", "v0")]
    [InlineData("ValueSet?url:below=http://acme.org/fhir/ValueSet", "v0 v1 v2")]
    [InlineData("ValueSet?url:below=http://acme.org/fhir/ValueSet/123", "v1 v2")]
    [InlineData("ValueSet?url:below=http://acme.org/fhir/Value", "")]
    [InlineData("ValueSet?url:above=http://acme.org/fhir/ValueSet/123/_history/5", "v0 v1 v2")]
    [InlineData("ValueSet?url:above=http://acme.org/fhir/ValueSet/123", "v0 v1")]
    [InlineData("ValueSet?url=urn:oid:1.2.3.4.5", "v3")]
    [InlineData("Patient?_profile=http://example.org/profile", "p1")]
    [InlineData("Patient?_profile=http://example.org/profile|1.0", "p1")]
    [InlineData("Patient?_source=urn:amk", "p2")]
    public async Task Compares_uris(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    [Theory]
    [InlineData("Observation?code=c&_include=Observation:subject", "o1 | Patient/p1")]
    [InlineData("Observation?_id=o1,og&_include=Observation:subject", "o1 og | Group/p1 Patient/p1")]
    [InlineData("Observation?_id=o1,og&_include=Observation:subject:Group", "o1 og | Group/p1")]
    [InlineData("Observation?_id=o1&_include=Observation:patient&_include=Patient:organization", "o1 | Patient/p1")]
    [InlineData("Observation?_id=o1&_include=Observation:patient&_include:iterate=Patient:organization", "o1 | Organization/org Patient/p1")]
    [InlineData("Observation?_id=o1&_include:iterate=Patient:organization&_include=Observation:patient&_include:iterate=Organization:partof", "o1 | Organization/org Organization/region Patient/p1")]
    [InlineData("Observation?_id=o1&_include=*", "o1 | Patient/p1")]
    [InlineData("Observation?_id=o1&_include=Observation:*", "o1 | Patient/p1")]
    [InlineData("Patient?_id=p1&_revinclude=Observation:subject", "p1 | Observation/o1 Observation/o2")]
    [InlineData("Patient?_id=p1&_revinclude=Observation:subject&_revinclude=Encounter:patient", "p1 | Encounter/e1 Observation/o1 Observation/o2")]
    [InlineData("Patient?_id=p1&_revinclude=*", "p1 | Encounter/e1 Observation/o1 Observation/o2")]
    [InlineData("Organization?_id=region&_revinclude:iterate=Organization:partof&_revinclude:iterate=Patient:organization", "region | Organization/org Patient/p1")]
    [InlineData("QuestionnaireResponse?_id=q1&_include=QuestionnaireResponse:questionnaire", "q1 | Questionnaire/quest")]
    [InlineData("Questionnaire?_id=quest&_revinclude=QuestionnaireResponse:questionnaire", "quest | QuestionnaireResponse/own QuestionnaireResponse/q1 QuestionnaireResponse/q2 QuestionnaireResponse/rel")]
    [InlineData("Observation?_id=ox,ol,none&_include=Observation:subject", "none ol ox")]
    public async Task Includes(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url + "&_sort=_id"));

    [Fact]
    public async Task A_deleted_target_is_neither_included_nor_found_by_chain()
    {
        await using var bed = new SearchBed();
        await bed.Put(
            """{"resourceType":"Patient","id":"gone","name":[{"family":"Gone"}]}""",
            """{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/gone"}}""");
        await bed.Delete("Patient", "gone");

        Assert.Equal("o", await bed.Find("Observation?subject=Patient/gone&_include=Observation:subject"));
        Assert.Equal("", await bed.Find("Observation?subject:Patient.name=gone"));
        Assert.Equal("", await bed.Find("Patient?_has:Observation:subject:status=final"));
        Assert.Equal("", await bed.Find("Patient"));
    }

    [Fact]
    public async Task An_update_is_found_by_its_new_values_only()
    {
        await using var bed = new SearchBed();
        await bed.Put("""{"resourceType":"Patient","id":"p","name":[{"family":"Before"}],"gender":"male"}""");
        Assert.Equal("p", await bed.Find("Patient?family=before"));
        await bed.Put("""{"resourceType":"Patient","id":"p","name":[{"family":"After"}],"gender":"male"}""");
        Assert.Equal("", await bed.Find("Patient?family=before"));
        Assert.Equal("p", await bed.Find("Patient?family=after&gender=male"));
    }

    public sealed class Data : SearchData
    {
        protected override string[] Resources =>
        [
            """{"resourceType":"Organization","id":"region","name":"Region"}""",
            """{"resourceType":"Organization","id":"org","name":"Psykiatrien","identifier":[{"system":"http://sor","value":"7"}],"partOf":{"reference":"Organization/region"}}""",
            """{"resourceType":"Patient","id":"p1","meta":{"profile":["http://example.org/profile|1.0"]},"name":[{"given":["Peter"]}],"gender":"male","managingOrganization":{"reference":"Organization/org"}}""",
            """{"resourceType":"Patient","id":"p2","meta":{"source":"urn:amk"}}""",
            """{"resourceType":"Group","id":"p1","type":"person","actual":true}""",
            Observation("o1", "c", """{"reference":"Patient/p1"}"""),
            Observation("o2", "d", """{"reference":"https://psych.example.dk/fhir/Patient/p1/_history/2"}"""),
            Observation("o3", "d", """{"reference":"Patient/p2"}"""),
            Observation("og", "d", """{"reference":"Group/p1"}"""),
            Observation("ox", "d", """{"reference":"https://elsewhere.example/fhir/Patient/p1"}"""),
            Observation("ol", "d", """{"identifier":{"system":"urn:oid:1.2.208.176.1.2","value":"A1"}}"""),
            """{"resourceType":"Observation","id":"none","status":"final","code":{"coding":[{"code":"d"}]}}""",
            """{"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/p1"}}""",
            """{"resourceType":"Questionnaire","id":"quest","url":"http://example.org/Questionnaire/q","status":"active","title":"Screening"}""",
            """{"resourceType":"QuestionnaireResponse","id":"q1","status":"completed","questionnaire":"http://example.org/Questionnaire/q"}""",
            """{"resourceType":"QuestionnaireResponse","id":"q2","status":"completed","questionnaire":"http://example.org/Questionnaire/q|2"}""",
            """{"resourceType":"QuestionnaireResponse","id":"own","status":"completed","questionnaire":"https://psych.example.dk/fhir/Questionnaire/quest|1"}""",
            """{"resourceType":"QuestionnaireResponse","id":"rel","status":"completed","questionnaire":"Questionnaire/quest"}""",
            ValueSet("v0", "http://acme.org/fhir/ValueSet"),
            ValueSet("v1", "http://acme.org/fhir/ValueSet/123"),
            ValueSet("v2", "http://acme.org/fhir/ValueSet/123/_history/5"),
            ValueSet("v3", "urn:oid:1.2.3.4.5"),
        ];

        private static string Observation(string id, string code, string subject) =>
            $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","code":{"coding":[{"code":"{{code}}"}]},"subject":{{subject}}}""";

        private static string ValueSet(string id, string url) => $$"""{"resourceType":"ValueSet","id":"{{id}}","status":"active","url":"{{url}}"}""";
    }
}
