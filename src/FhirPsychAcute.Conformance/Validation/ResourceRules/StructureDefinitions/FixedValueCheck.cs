using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.StructureDefinitions;

/// <summary>
/// A value that the base has fixed stays as it is (http://hl7.org/fhir/R4/profiling.html: "the fixed value cannot be changed"); so an extension cannot be derived from another
/// one, whose url is fixed.
/// </summary>
internal static class FixedValueCheck
{
    private const string Source = "http://hl7.org/fhir/R4/elementdefinition-definitions.html#ElementDefinition.fixed_x_";

    public static void Check(Element resource, List<Element> differential, ValidationRun run)
    {
        if (!differential.Exists(element => element.Child("fixed").HasValue) || resource.ChildValue("baseDefinition") is not { } canonical
            || !run.Scope.TryResolve(canonical, out var definition) || definition.ResourceType != "StructureDefinition"
            || run.Profiles.Snapshots.Get(definition).StructureDefinition?.Root.Child("snapshot") is not { Exists: true } snapshot)
        {
            return;
        }

        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in snapshot.ChildrenNamed("element"))
        {
            if (element.Child("fixed") is { HasValue: true } value && element.ChildValue("id") is { } id)
            {
                held.TryAdd(id, value.Value!);
            }
        }

        foreach (var element in differential)
        {
            if (element.Child("fixed") is { HasValue: true } value && held.TryGetValue(element.ChildValue("id") ?? element.ChildValue("path") ?? "", out var kept) && kept != value.Value)
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, element, "structuredefinition.fixed-changed", Source, value.Value!, kept, definition.Canonical);
            }
        }
    }
}
