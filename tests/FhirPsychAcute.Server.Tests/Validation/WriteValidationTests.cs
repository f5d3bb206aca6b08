using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Tests;

public sealed class WriteValidationTests
{
    private const string Off = """{"resourceType":"Patient","meta":{"profile":["http://hl7.dk/fhir/core/StructureDefinition/dk-core-patient"]},"active":true}""";

    [Theory]
    [InlineData("https://fhirpsychacute.dk/ig/=enforce *=off")]
    [InlineData("off")]
    public void A_resource_whose_profiles_are_off_is_let_through_without_an_allocation(string policy)
    {
        var validation = Validation(policy);
        var patient = Parse(Off);
        Assert.True(validation.Check(patient).IsSuccess);

        var before = GC.GetAllocatedBytesForCurrentThread();
        validation.Check(patient);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_profile_claimed_with_escapes_counts()
    {
        var task = Parse("""{"resourceType":"Task","meta":{"profile":["https:\/\/fhirpsychacute.dk\/ig\/StructureDefinition\/psychacute-referral-task"]},"status":"rejected","intent":"order"}""");

        Assert.Equal(422, Validation("https://fhirpsychacute.dk/ig/=enforce").Check(task).Error!.Status);
    }

    [Fact]
    public void What_both_levels_find_is_told_once()
    {
        var observation = Parse("""{"resourceType":"Observation","meta":{"profile":["http://a.example/x","http://b.example/y"]},"status":"final","code":{"text":"x"}}""");

        var told = Validation("http://a.example/=enforce http://b.example/=warn").Check(observation);

        Assert.True(told.IsSuccess || told.Error.Status == 422);
        var issues = told.IsSuccess ? told.Value : told.Error.Issues;
        Assert.Equal(issues.Count, issues.DistinctBy(issue => (issue.MessageId, issue.Expression, issue.Source, issue.Text(Language.English))).Count());
    }

    private static WriteValidation Validation(string policy) =>
        new(WritePolicy.Parse(policy), new ValidationService(ProjectPackage.Library, new BodyReader(R4.Schema, new ServerOptions()), new TerminologyService(ProjectPackage.Library)));

    private static ResourceDocument Parse(string json) => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), R4.Schema).Document!;
}
