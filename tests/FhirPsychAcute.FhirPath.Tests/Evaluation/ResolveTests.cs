using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests.Evaluation;

/// <summary>resolve(): contained resources, Bundle entries (R4 bundle 2.36.4.1), the caller's resolver.</summary>
public sealed class ResolveTests
{
    private static Element Bundle => R4.Resource(
        """
        {'resourceType':'Bundle','type':'collection','entry':[
          {'fullUrl':'http://a.example/fhir/Patient/1','resource':{'resourceType':'Patient','id':'1','managingOrganization':{'reference':'Organization/1'},'generalPractitioner':[{'reference':'#p'},{'reference':'urn:uuid:6f2c1b0e-0000-4000-8000-000000000001'}],
             'contained':[{'resourceType':'Practitioner','id':'p','name':[{'family':'Inner'}],'extension':[{'url':'http://x.example/back','valueReference':{'reference':'#'}}]}]}},
          {'fullUrl':'http://b.example/fhir/Organization/1','resource':{'resourceType':'Organization','id':'1','name':'of b'}},
          {'fullUrl':'http://a.example/fhir/Organization/1','resource':{'resourceType':'Organization','id':'1','meta':{'versionId':'2'},'name':'of a'}},
          {'fullUrl':'urn:uuid:6f2c1b0e-0000-4000-8000-000000000001','resource':{'resourceType':'Practitioner','name':[{'family':'ByUuid'}],'qualification':[{'code':{'text':'x'},'issuer':{'reference':'Organization/1'}}]}},
          {'fullUrl':'http://a.example/fhir/Task/1','resource':{'resourceType':'Task','id':'1','status':'draft','intent':'order','focus':{'reference':'Organization/1/_history/2'},'for':{'reference':'http://b.example/fhir/Organization/1'},'owner':{'reference':'Organization/1/_history/3'}}}]}
        """);

    [Theory]
    [InlineData("Bundle.entry[0].resource.managingOrganization.resolve().name", "of a")]
    [InlineData("Bundle.entry[0].resource.generalPractitioner[0].resolve().name.family", "Inner")]
    [InlineData("Bundle.entry[0].resource.generalPractitioner[1].resolve().name.family", "ByUuid")]
    [InlineData("Bundle.entry[0].resource.contained.extension.value.resolve().id", "1")]
    [InlineData("Bundle.entry[4].resource.focus.resolve().name", "of a")]
    [InlineData("Bundle.entry[4].resource.for.resolve().name", "of b")]
    public void A_reference_within_the_bundle_is_found(string expression, string found) => Assert.Equal([found], R4.Evaluate(expression, Bundle));

    [Fact]
    public void A_relative_reference_from_an_entry_without_a_restful_url_is_not_found() =>
        Assert.Empty(R4.Evaluate("Bundle.entry[3].resource.qualification.issuer.resolve()", Bundle));

    [Fact]
    public void A_reference_to_another_version_is_not_found() => Assert.Empty(R4.Evaluate("Bundle.entry[4].resource.owner.resolve()", Bundle));

    [Fact]
    public void What_is_not_in_the_document_is_asked_of_the_caller()
    {
        var organisation = R4.Resource("{'resourceType':'Organization','name':'elsewhere'}");
        var asked = new List<string>();
        var context = new EvaluationContext
        {
            Resolve = reference =>
            {
                asked.Add(reference);
                return organisation;
            },
        };
        Assert.Equal(["elsewhere"], R4.Evaluate("Bundle.entry[3].resource.qualification.issuer.resolve().name", Bundle, context));
        Assert.Equal(["Organization/1"], asked);
    }

    [Fact]
    public void Only_the_type_is_known_when_that_is_all_the_caller_wants()
    {
        var context = new EvaluationContext { ResolveToTypeOnly = true };
        Assert.Equal(["true"], R4.Evaluate("Bundle.entry[3].resource.qualification.issuer.resolve() is Organization", Bundle, context));
        Assert.Equal(["true"], R4.Evaluate("Bundle.entry[3].resource.qualification.issuer.resolve() is DomainResource", Bundle, context));
        Assert.Empty(R4.Evaluate("Bundle.entry[3].resource.qualification.issuer.resolve().name", Bundle, context));
        Assert.Equal(["true"], R4.Evaluate("Bundle.entry[0].resource.generalPractitioner[0].resolve() is Practitioner", Bundle, context));
        Assert.Equal(["true"], R4.Evaluate("Bundle.entry[0].resource.generalPractitioner[1].resolve() is Practitioner", Bundle, context));
    }

    [Fact]
    public void The_root_resource_of_a_contained_one_is_its_container()
    {
        var contained = Bundle.Child("entry").Child("resource").Child("contained");
        Assert.Equal(["Patient", "Practitioner"], R4.Evaluate("%rootResource.type().name | %resource.type().name", contained));
    }

    [Fact]
    public void A_hook_may_evaluate_in_the_midst_of_an_evaluation()
    {
        var inner = CompiledExpression.Compile("Organization.name.exists()", R4.Schema);
        var organisation = R4.Resource("{'resourceType':'Organization','name':'elsewhere'}");
        var context = new EvaluationContext { Resolve = _ => inner.IsTrue(organisation) ? organisation : default };
        Assert.Equal(["elsewhere", "x"], R4.Evaluate("Bundle.entry[3].resource.qualification.select(issuer.resolve().name | code.text)", Bundle, context));
    }
}
