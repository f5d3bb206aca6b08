using System.Text;
using FhirPsychAcute.Conformance.Validation.References;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Validation.References;

public sealed class ReferenceFormTests
{
    [Theory]
    [InlineData("Patient/123", "Relative", "Patient", "123", "")]
    [InlineData("Patient/123/_history/4", "Relative", "Patient", "123", "4")]
    [InlineData("http://here.dk/fhir/Patient/123", "Rest", "Patient", "123", "")]
    [InlineData("http://here.dk/fhir/Patient/123/_history/4", "Rest", "Patient", "123", "4")]
    [InlineData("http://here.dk/people/123", "Absolute", "", "", "")]
    [InlineData("https://here.dk/fhir/Chicken/1", "Absolute", "", "", "")]
    [InlineData("urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "Urn", "", "", "")]
    [InlineData("#p", "Fragment", "", "", "")]
    [InlineData("#", "Fragment", "", "", "")]
    [InlineData("Patient?identifier=urn:x|1", "Conditional", "Patient", "", "")]
    [InlineData("Patient", "OtherRelative", "", "", "")]
    [InlineData("/Patient/1", "OtherRelative", "", "", "")]
    [InlineData("XXX/_history/1", "OtherRelative", "", "", "")]
    [InlineData("Patient/a b", "NotUrl", "", "", "")]
    [InlineData("", "NotUrl", "", "", "")]
    public void A_reference_is_taken_apart(string text, string kind, string type, string id, string version)
    {
        var form = ReferenceForm.Of(Encoding.UTF8.GetBytes(text), DefinitionStore.R4.Schema);
        Assert.Equal((kind, type, id, version), (form.Kind.ToString(), form.Type?.Name ?? "", Encoding.UTF8.GetString(form.Id), Encoding.UTF8.GetString(form.Version)));
    }

    [Theory]
    [InlineData("urn:uuid:c757873d-ec9a-4326-a141-556f43239520", true)]
    [InlineData("urn:uuid:C757873D-ec9a-4326-a141-556f43239520", false)]
    [InlineData("urn:uuid:c757873d", false)]
    [InlineData("urn:oid:1.2.208.176.1", true)]
    [InlineData("urn:oid:1.2.08", false)]
    [InlineData("urn:isbn:123", true)]
    public void A_urn_has_its_form(string urn, bool isWellFormed) => Assert.Equal(isWellFormed, Urn.IsWellFormed(Encoding.UTF8.GetBytes(urn)));

    [Fact]
    public void Any_text_has_a_form() => Prop.ForAll<string>(text =>
    {
        var form = ReferenceForm.Of(Encoding.UTF8.GetBytes(text ?? ""), DefinitionStore.R4.Schema);
        return form.Kind is not (ReferenceKind.Relative or ReferenceKind.Rest) || (form.Type is not null && !form.Id.IsEmpty);
    }).QuickCheckThrowOnFailure();
}
