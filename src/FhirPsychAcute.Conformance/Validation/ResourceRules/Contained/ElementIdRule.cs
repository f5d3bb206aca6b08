using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Contained;

/// <summary>
/// The ids of elements differ within a resource; contained and bundled resources count on their own (http://hl7.org/fhir/R4/element-definitions.html#Element.id).
/// ElementDefinitions are named alike in snapshot and differential, and have invariants of their own (sdf-16, sdf-17).
/// </summary>
internal sealed class ElementIdRule : ResourceRule
{
    private const string Section = "http://hl7.org/fhir/R4/element-definitions.html#Element.id";

    /// <inheritdoc/>
    public override string ResourceType => "Resource";

    /// <inheritdoc/>
    public override void Check(Element resource, ValidationRun run)
    {
        // One pass over the whole document: most have no such id at all.
        if (resource.Index != 0)
        {
            return;
        }

        var document = resource.Document;
        var name = ReferenceNames.Of(document.Schema).Id;
        HashSet<(int Resource, string Id)>? seen = null;
        for (var index = 1; index < document.ElementCount; index++)
        {
            var element = document.ElementAt(index);
            if (element.NameId != name || element.Parent.IsResource || !element.HasValue || !element.Type.IsPrimitive)
            {
                continue;
            }

            if (element.Parent.Type.Name == "ElementDefinition")
            {
                continue;
            }

            if (!(seen ??= []).Add((element.Resource.Index, element.Value!)))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, element.Parent, "contained.element-id-twice", Section, element.Value!);
            }
        }
    }
}
