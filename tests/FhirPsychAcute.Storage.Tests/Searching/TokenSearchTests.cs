namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class TokenSearchTests(TokenSearchTests.Data data) : IClassFixture<TokenSearchTests.Data>
{
    [Theory]
    // R4 search 3.1.1.4.10.
    [InlineData("Observation?code=http://loinc.org|1", "a c")]
    [InlineData("Observation?code=1", "a b c")]
    [InlineData("Observation?code=|1", "b")]
    [InlineData("Observation?code=http://loinc.org|", "a c d")]
    [InlineData("Observation?code=http://loinc.org|1,http://loinc.org|2", "a c d")]
    [InlineData("Observation?code=http://loinc.org|2,|1", "b d")]
    [InlineData("Observation?code=1&code=9", "c")]
    [InlineData("Observation?code=http://unknown.example|1", "")]
    [InlineData("Observation?code=none", "")]
    [InlineData("Observation?status=final", "a b c")]
    [InlineData("Observation?status=http://hl7.org/fhir/observation-status|final", "a b c")]
    [InlineData("Observation?status=amended,preliminary", "d e")]
    [InlineData("Observation?code:not=http://loinc.org|1", "b d e")]
    [InlineData("Observation?code:not=1,2", "e")]
    [InlineData("Observation?code:text=heart", "a")]
    [InlineData("Observation?code:text=Hjerte", "c")]
    [InlineData("Observation?code:text=rate", "")]
    [InlineData("Observation?code:missing=true", "")]
    [InlineData("Observation?category:missing=true", "b c d e")]
    [InlineData("Observation?category:missing=false", "a")]
    [InlineData("Observation?combo-code=http://loinc.org|1", "a c")]
    [InlineData("Observation?combo-code=1&status=final", "a b c")]
    [InlineData("Observation?combo-code:not=1", "d e")]
    [InlineData("Observation?combo-code:text=heart", "a")]
    [InlineData("Observation?combo-code=1&_sort=-combo-code,_id", "c a b")]
    // Conjunctions: which criterion leads must not matter.
    [InlineData("Observation?code=http://loinc.org|1&status=final&category=vital-signs", "a")]
    [InlineData("Observation?code=1&status=final&category:missing=true", "b c")]
    [InlineData("Observation?status:not=final&code:not=2", "e")]
    // Escapes.
    [InlineData(@"Observation?code=x\,y", "e")]
    [InlineData(@"Observation?code=http://odd\|system|x\,y", "e")]
    [InlineData("Patient?identifier=urn:oid:1.2.208.176.1.2|A1", "p1")]
    [InlineData("Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|A1", "p1")]
    [InlineData("Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|NI|A1", "")]
    [InlineData("Patient?active=true", "p1")]
    [InlineData("Patient?active=http://terminology.hl7.org/CodeSystem/special-values|true", "p1")]
    [InlineData("Patient?phone=+4512345678", "p1")]
    [InlineData("Patient?telecom=phone|+45 12 34 56 78", "p1")]
    [InlineData("Patient?_id=p1,p2", "p1 p2")]
    [InlineData("Patient?_id=p2&active:missing=true", "p2")]
    [InlineData("Patient?_id:not=p1", "p2")]
    [InlineData("Patient?_tag=http://t|x", "p2")]
    [InlineData("Patient?_tag:not=http://t|x", "p1")]
    [InlineData("?_tag=http://t|x", "a p2")]
    [InlineData("?_type=Patient&_tag=http://t|x", "p2")]
    [InlineData("?_type=Patient,Observation&_tag=http://t|x", "a p2")]
    public async Task Finds(string url, string expected) => Assert.Equal(expected, await data.Bed.Find(url));

    public sealed class Data : SearchData
    {
        protected override string[] Resources =>
        [
            """{"resourceType":"Observation","id":"a","meta":{"tag":[{"system":"http://t","code":"x"}]},"status":"final","category":[{"coding":[{"code":"vital-signs"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"1","display":"Heart rate"}]}}""",
            """{"resourceType":"Observation","id":"b","status":"final","code":{"coding":[{"code":"1"}]}}""",
            """{"resourceType":"Observation","id":"c","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1"},{"system":"http://local","code":"9"}],"text":"Hjertefrekvens"}}""",
            """{"resourceType":"Observation","id":"d","status":"amended","code":{"coding":[{"system":"http://loinc.org","code":"2"}]}}""",
            """{"resourceType":"Observation","id":"e","status":"preliminary","code":{"coding":[{"system":"http://odd|system","code":"x,y"}]}}""",
            """{"resourceType":"Patient","id":"p1","active":true,"identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:oid:1.2.208.176.1.2","value":"A1"}],"telecom":[{"system":"phone","value":"+45 12 34 56 78"}]}""",
            """{"resourceType":"Patient","id":"p2","meta":{"tag":[{"system":"http://t","code":"x"}]}}""",
        ];
    }
}
