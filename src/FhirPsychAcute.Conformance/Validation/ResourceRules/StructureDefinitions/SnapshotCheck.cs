using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.StructureDefinitions;

/// <summary>A snapshot can be made of a differential (http://hl7.org/fhir/R4/profiling.html#snapshot), and the differential keeps its order.</summary>
internal static class SnapshotCheck
{
    private const string Source = "http://hl7.org/fhir/R4/profiling.html#snapshot";

    /// <summary>Checks and gives the elements of the snapshot by id; null when there is none.</summary>
    public static IReadOnlyDictionary<string, Element>? Check(Element resource, List<Element> differential, ValidationRun run)
    {
        var document = ResourceDocument.Extract(resource);
        var made = run.Profiles.Snapshots.GenerateFrom(document, run.Scope);
        foreach (var fault in made.Faults)
        {
            Report(resource, document, fault, run);
        }

        if (made.StructureDefinition?.Root.Child("snapshot") is not { Exists: true } snapshot)
        {
            return null;
        }

        var elements = new Dictionary<string, Element>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in snapshot.ChildrenNamed("element"))
        {
            if (element.ChildValue("id") is { } id && elements.TryAdd(id, element))
            {
                places.Add(id, places.Count);
            }
        }

        if (made.Faults.Count == 0)
        {
            CheckOrder(resource, differential, places, run);
        }

        return elements;
    }

    // The whole is what has no snapshot; the element is said in the text, and marked where it stands.
    private static void Report(Element resource, ResourceDocument document, SnapshotFault fault, ValidationRun run)
    {
        var isUnknownBase = fault.MessageId is "snapshot.base-unknown" or "snapshot.base-cycle" or "snapshot.base-without-snapshot";
        var severity = isUnknownBase || IsNarrowerType(fault, run) ? IssueSeverity.Warning : fault.Severity;
        object[] arguments = [.. fault.Arguments];
        var source = $"{resource.ChildValue("url")}#{fault.ElementId}";
        run.Report(severity, isUnknownBase ? IssueCode.NotFound : IssueCode.Exception, resource, fault.MessageId, source, arguments);
        if (fault.Place.Exists && ReferenceEquals(fault.Place.Document, document))
        {
            run.Report(IssueSeverity.Information, IssueCode.Informational, resource.Document.ElementAt(resource.Index + fault.Place.Index), fault.MessageId, source, arguments);
        }
    }

    // A profile of Observation on an element of type Resource says clearly enough what is meant, though the type should have been named.
    private static bool IsNarrowerType(SnapshotFault fault, ValidationRun run) =>
        fault is { MessageId: "snapshot.profile-of-other-type", Arguments: [_, string constrained, string type] }
        && run.Scope.Schema.TryGetType(constrained, out var narrow) && run.Scope.Schema.TryGetType(type, out var wide) && narrow.IsOrSpecialises(wide);

    // An element out of order cannot be merged by tools that walk both lists at once (R4 structuredefinition-definitions, differential.element: same order as in the snapshot).
    private static void CheckOrder(Element resource, List<Element> differential, Dictionary<string, int> places, ValidationRun run)
    {
        var late = int.MaxValue;
        var misplaced = new List<Element>();
        for (var i = differential.Count - 1; i >= 0; i--)
        {
            if (differential[i].ChildValue("id") is { } id && places.TryGetValue(id, out var place))
            {
                if (place > late)
                {
                    misplaced.Add(differential[i]);
                }

                late = Math.Min(late, place);
            }
        }

        if (misplaced.Count == 0)
        {
            return;
        }

        misplaced.Reverse();
        foreach (var element in misplaced)
        {
            run.Report(IssueSeverity.Error, IssueCode.Value, element, "structuredefinition.element-out-of-order", Source, element.ChildValue("id")!);
        }

        run.Report(IssueSeverity.Error, IssueCode.Value, resource, "structuredefinition.elements-out-of-order", Source,
            misplaced.Count.ToString(CultureInfo.InvariantCulture), string.Join(", ", misplaced.Select(element => element.ChildValue("id"))));
    }
}
