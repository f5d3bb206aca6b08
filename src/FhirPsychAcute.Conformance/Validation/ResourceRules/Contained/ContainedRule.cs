using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Contained;

/// <summary>
/// Contained resources have ids of their own, and each is referred to from elsewhere in the resource or refers to it (http://hl7.org/fhir/R4/references.html#contained).
/// The second half is invariant dom-3, done here in one walk: as expression it costs a walk for every contained resource, does not tell which one is meant, and does not
/// see the links of narratives.
/// </summary>
internal sealed class ContainedRule : ResourceRule
{
    private const string Section = "http://hl7.org/fhir/R4/references.html#contained";

    /// <summary>The invariant that this rule takes the place of.</summary>
    public const string Invariant = "dom-3";

    /// <inheritdoc/>
    public override string ResourceType => "Resource";

    /// <inheritdoc/>
    public override void Check(Element resource, ValidationRun run)
    {
        var names = ReferenceNames.Of(resource.Document.Schema);
        if (!ReferenceNames.Child(resource, names.Contained).Exists)
        {
            return;
        }

        var links = new FragmentLinks(resource, names);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var contained in resource.ChildrenNamed(names.Contained))
        {
            var id = ReferenceNames.Child(contained, names.Id).Text();
            if (id is not null && !ids.Add(id))
            {
                run.Report(IssueSeverity.Error, IssueCode.Duplicate, contained, "contained.id-twice", Section, id);
            }
            else if (!links.LeadTo(id) && !links.LeadFrom(contained))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, contained, "contained.not-referenced", Section, id ?? contained.Type.Name);
            }
        }
    }
}
