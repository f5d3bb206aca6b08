using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

public sealed class BoundValueSetTests
{
    private static readonly TerminologyService Service = new(DefinitionLibrary.R4);

    [Theory]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1", "female", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", "Female", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", "", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/nothing", "x", CodeVerdict.ValueSetUnknown)]
    [InlineData("http://hl7.org/fhir/ValueSet/currencies", "DKK", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/currencies", "KRO", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/mimetypes", "application/fhir+json; fhirVersion=4.0", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/mimetypes", "yaml", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/all-languages", "da-DK", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/all-languages", "qq", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/languages", "da", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/languages", "gl", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/ucum-units", "mm[Hg]", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/ucum-units", "mmHg", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/timezones", "Europe/ Copenhagen", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/condition-code", "160903007", CodeVerdict.NotCheckable)]
    public void A_code_takes_its_system_from_the_value_set(string valueSet, string code, CodeVerdict expected) =>
        Assert.Equal(expected, Service.Compile(null, valueSet).IsMember(default, Encoding.UTF8.GetBytes(code)));

    [Theory]
    [InlineData("http://hl7.org/fhir/ValueSet/identifier-type", "http://terminology.hl7.org/CodeSystem/v2-0203", "MR", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/identifier-type", "http://terminology.hl7.org/CodeSystem/v2-0203", "nonsense", CodeVerdict.UnknownCode)]
    [InlineData("http://hl7.org/fhir/ValueSet/identifier-type", "http://snomed.info/sct", "1", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/condition-severity", "http://snomed.info/sct", "24484000", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/condition-severity", "http://snomed.info/sct", "1", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/condition-code", "http://snomed.info/sct", "1", CodeVerdict.NotCheckable)]
    [InlineData("http://hl7.org/fhir/ValueSet/jurisdiction", "urn:iso:std:iso:3166", "DK", CodeVerdict.Valid)]
    [InlineData("http://hl7.org/fhir/ValueSet/jurisdiction", "urn:iso:std:iso:3166", "DX", CodeVerdict.UnknownCode)]
    [InlineData("http://hl7.org/fhir/ValueSet/jurisdiction", "urn:iso:std:iso:3166:-2", "DK-83", CodeVerdict.NotCheckable)]
    [InlineData("http://hl7.org/fhir/ValueSet/age-units", "http://unitsofmeasure.org", "m", CodeVerdict.NotInValueSet)]
    [InlineData("http://hl7.org/fhir/ValueSet/age-units", "http://unitsofmeasure.org", "a", CodeVerdict.Valid)]
    [InlineData("http://terminology.hl7.org/ValueSet/v3-ActEncounterCode", "http://terminology.hl7.org/CodeSystem/v3-ActCode", "EMER", CodeVerdict.Valid)]
    [InlineData("http://terminology.hl7.org/ValueSet/v3-ActEncounterCode", "http://terminology.hl7.org/CodeSystem/v3-ActCode", "GRANTORCHOICE", CodeVerdict.NotInValueSet)]
    [InlineData("http://snomed.info/sct?fhir_vs=isa/404684003", "http://snomed.info/sct", "1", CodeVerdict.NotCheckable)]
    [InlineData("http://snomed.info/sct?fhir_vs=isa/404684003", "http://loinc.org", "1", CodeVerdict.NotInValueSet)]
    [InlineData("http://snomed.info/sct/554471000005108?fhir_vs=refset/700043003", "http://snomed.info/sct", "1", CodeVerdict.NotCheckable)]
    [InlineData("http://snomed.info/sct?fhir_vs=nonsense", "http://snomed.info/sct", "1", CodeVerdict.ValueSetUnknown)]
    [InlineData("http://loinc.org/vs/LL379-9", "http://loinc.org", "LA1-1", CodeVerdict.NotCheckable)]
    [InlineData("http://unitsofmeasure.org/vs", "http://unitsofmeasure.org", "mg", CodeVerdict.Valid)]
    [InlineData("http://unitsofmeasure.org/vs/g", "http://unitsofmeasure.org", "mg", CodeVerdict.Valid)]
    [InlineData("http://unitsofmeasure.org/vs/g", "http://unitsofmeasure.org", "m", CodeVerdict.NotInValueSet)]
    public void A_coding_is_asked_with_its_system(string valueSet, string system, string code, CodeVerdict expected) =>
        Assert.Equal(expected, Service.Compile(null, valueSet).IsMember(Encoding.UTF8.GetBytes(system), Encoding.UTF8.GetBytes(code)));

    [Fact]
    public void One_coding_that_fits_is_enough_for_a_concept()
    {
        var encounter = Read("""
            {"resourceType":"Encounter","status":"in-progress","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"EMER"},
             "priority":{"coding":[{"system":"http://example.org/x","code":"1"},{"system":"http://terminology.hl7.org/CodeSystem/v3-ActPriority","code":"EM"}]},
             "serviceType":{"text":"akut"}}
            """);
        Assert.Equal(CodeVerdict.Valid, Service.IsMember(null, "http://terminology.hl7.org/ValueSet/v3-ActPriority", encounter.Child("priority")));
        Assert.Equal(CodeVerdict.Valid, Service.IsMember(null, "http://hl7.org/fhir/ValueSet/encounter-status|4.0.1", encounter.Child("status")));
        Assert.Equal(CodeVerdict.NotInValueSet, Service.IsMember(null, "http://terminology.hl7.org/ValueSet/v3-ActPriority", encounter.Child("serviceType")));
        Assert.Equal(CodeVerdict.NotInValueSet, Service.IsMember(null, "http://terminology.hl7.org/ValueSet/v3-ActPriority", encounter.Child("class")));
    }

    [Fact]
    public void Asking_again_allocates_nothing()
    {
        var encounter = Read("""
            {"resourceType":"Encounter","status":"in-progress","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"EMER","display":"emergency"},
             "length":{"value":3,"system":"http://unitsofmeasure.org","code":"min"}}
            """);
        var status = Service.Compile(null, "http://hl7.org/fhir/ValueSet/encounter-status|4.0.1");
        var classes = Service.Compile(null, "http://terminology.hl7.org/ValueSet/v3-ActEncounterCode");
        var units = Service.Compile(null, "http://hl7.org/fhir/ValueSet/duration-units");
        var (statusElement, classElement, lengthElement) = (encounter.Child("status"), encounter.Child("class"), encounter.Child("length"));
        for (var round = 0; round < 2; round++)
        {
            Ask();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdicts = Ask();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal((CodeVerdict.Valid, CodeVerdict.Valid, CodeVerdict.Valid, CodeFacts.None), verdicts);

        (CodeVerdict, CodeVerdict, CodeVerdict, CodeFacts) Ask() =>
            (status.IsMember(statusElement), classes.IsMember(classElement), units.IsMember(lengthElement), Service.Facts(null, classElement));
    }

    [Theory]
    [InlineData("http://terminology.hl7.org/CodeSystem/v3-ActCode", "EMER", "Emergency", CodeFacts.None)]
    [InlineData("http://terminology.hl7.org/CodeSystem/v3-ActCode", "EMER", "urgent", CodeFacts.WrongDisplay)]
    [InlineData("http://terminology.hl7.org/CodeSystem/v3-ActCode", "emer", "emergency", CodeFacts.UnknownCode)]
    [InlineData("http://snomed.info/sct", "1", "anything", CodeFacts.NotCheckable)]
    [InlineData("urn:oid:1.2.208.176.2.4", "DF32", "depression", CodeFacts.UnknownSystem | CodeFacts.NotCheckable)]
    [InlineData("http://hl7.org/fhir/CodeSystem/example-supplement", "chol", "x", CodeFacts.Supplement)]
    [InlineData("http://unitsofmeasure.org", "mg/dL", "mg", CodeFacts.None)]
    [InlineData("http://terminology.hl7.org/CodeSystem/v2-0131", "BP", "Kontaktperson  für abrechnung ", CodeFacts.None)]
    public void The_code_system_has_its_say(string system, string code, string display, CodeFacts expected)
    {
        var coding = Read($$$"""{"resourceType":"Basic","code":{"coding":[{"system":"{{{system}}}","code":"{{{code}}}","display":"{{{display}}}"}]}}""").Child("code").Child("coding");
        Assert.Equal(expected, Service.Facts(null, coding));
    }

    [Fact]
    public void A_version_that_is_not_here_cannot_be_checked()
    {
        var coding = Read("""{"resourceType":"Basic","code":{"coding":[{"system":"http://hl7.org/fhir/administrative-gender","version":"9","code":"male"}]}}""").Child("code").Child("coding");
        Assert.Equal(CodeFacts.UnknownVersion | CodeFacts.NotCheckable, Service.Facts(null, coding));
    }

    private static Element Read(string json) => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionLibrary.R4.Schema).Document!.Root;
}
