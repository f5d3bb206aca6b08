using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Tests.Indexing;

namespace FhirPsychAcute.Storage.Tests.Searching;

public sealed class CompartmentMembershipTests
{
    [OfficialExamplesFact]
    public void The_patient_compartment_of_R4_is_read()
    {
        var members = CompartmentMembership.Read(ResourceDocument.Parse(OfficialExamples.Named("CompartmentDefinition-patient").Read(), IndexingFixture.Schema).Document!);
        Assert.All(members, member => Assert.Equal("Patient", member.Compartment));
        Assert.Equal(["subject", "performer"], members.Single(member => member.ResourceType == "Observation").Parameters);
        Assert.DoesNotContain(members, member => member.ResourceType == "Organization");
        Assert.Equal(66, members.Count);
    }

    [Fact]
    public void A_type_that_is_no_member_is_refused()
    {
        var parser = new SearchRequestParser(IndexingFixture.Registry, IndexingFixture.Options, [new("Patient", "Observation", ["subject"])]);
        Assert.NotNull(parser.Parse("Observation", [], SearchHandling.Strict, ("Patient", "x")).Request);
        Assert.Contains("Organization", Assert.Single(parser.Parse("Organization", [], SearchHandling.Strict, ("Patient", "x")).Errors).Message, StringComparison.Ordinal);
        Assert.Single(parser.Parse("Observation", [], SearchHandling.Strict, ("Device", "x")).Errors);
    }
}
