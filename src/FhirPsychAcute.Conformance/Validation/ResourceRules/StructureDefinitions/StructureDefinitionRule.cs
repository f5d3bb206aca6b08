using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.StructureDefinitions;

/// <summary>
/// A profile constrains what it is based on, and a snapshot can be made of it (http://hl7.org/fhir/R4/structuredefinition.html, profiling.html).
/// </summary>
internal sealed class StructureDefinitionRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/structuredefinition.html";

    public override string ResourceType => "StructureDefinition";

    public override void Check(Element resource, ValidationRun run)
    {
        var isConstraint = resource.ChildValue("derivation") == "constraint";
        CheckBase(resource, isConstraint, run);
        ContextCheck.Check(resource, run);

        var differential = resource.Child("differential");
        var elements = differential.Exists ? differential.ChildrenNamed("element").ToList() : [];
        if (elements.Count > 0 && elements[0] is var root && root.ChildValue("path")?.Contains('.', StringComparison.Ordinal) == false && root.Child("slicing").Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, root, "structuredefinition.slicing-at-root", Source);
        }

        if (isConstraint)
        {
            FixedValueCheck.Check(resource, elements, run);
        }

        // The definitions of the specification itself are no constraints on anything.
        var snapshot = isConstraint && differential.Exists ? SnapshotCheck.Check(resource, elements, run) : default;
        foreach (var element in elements)
        {
            ElementDefinitionCheck.Check(element, snapshot, run);
        }
    }

    private static void CheckBase(Element resource, bool isConstraint, ValidationRun run)
    {
        if (!isConstraint || resource.ChildValue("baseDefinition") is not { } canonical || !run.Scope.TryResolve(canonical, out var definition))
        {
            return;
        }

        if (definition.ResourceType != "StructureDefinition")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "structuredefinition.base-type", Source, canonical, definition.ResourceType);
            return;
        }

        var parent = definition.Document.Root;
        if (resource.ChildValue("type") is { } type && parent.ChildValue("type") is { } constrained && type != constrained)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "structuredefinition.type-differs", Source, type, constrained, definition.Canonical);
        }

        if (resource.ChildValue("kind") is { } kind && parent.ChildValue("kind") is { } baseKind && kind != baseKind)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "structuredefinition.kind-differs", Source, kind, baseKind, definition.Canonical);
        }
    }
}
