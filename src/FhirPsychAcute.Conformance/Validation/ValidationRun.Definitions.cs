using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <content>What expressions ask about definitions: <c>elementDefinition()</c> and <c>slice(structure, name)</c> (R4 fhirpath 2.1.9.1.5).</content>
internal sealed partial class ValidationRun
{
    /// <summary>The ElementDefinition by which R4 defines an element; that of the type for a resource. No element where there is none.</summary>
    private Element ElementDefinitionOf(Element element)
    {
        var path = element.IsResource ? element.Type.Name : element.Schema!.Path;
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var type = dot < 0 ? path : path[..dot];
        if (Scope.TryResolve("http://hl7.org/fhir/StructureDefinition/" + type, out var definition) && Profiles.Snapshots.Get(definition).StructureDefinition is { } structure)
        {
            foreach (var candidate in structure.Root.Child("snapshot").ChildrenNamed("element"))
            {
                if (candidate.ChildValue("path") == path)
                {
                    return candidate;
                }
            }
        }

        return default;
    }

    /// <summary>Whether a profile counts an element among the slice of that name; false where it has no such slice there.</summary>
    private bool IsInSlice(Element element, string structure, string slice)
    {
        if (Profiles.Find(structure, Scope) is not { Faults.Count: 0, Type: { } type } profile)
        {
            return false;
        }

        // The way from the element that the profile is about down to this one.
        var way = new List<Element>();
        for (var at = element; at.Exists; at = at.Parent)
        {
            if (way.Count > 0 && at.Type.IsOrSpecialises(type))
            {
                way.Reverse();
                return IsInSlice(profile.Root, way, 0, slice);
            }

            way.Add(at);
        }

        return false;
    }

    private bool IsInSlice(CompiledElement rules, List<Element> way, int step, string slice)
    {
        foreach (var child in rules.Children)
        {
            if (child.NameId != way[step].NameId)
            {
                continue;
            }

            if (step == way.Count - 1)
            {
                if (child.Slicing?.IsInSlice(way[step], slice, this) ?? false)
                {
                    return true;
                }

                continue;
            }

            if (child.Each is { } each && IsInSlice(each, way, step + 1, slice))
            {
                return true;
            }

            foreach (var outer in child.Slicing?.Slices ?? [])
            {
                if (outer.Has(way[step], 0, this) && IsInSlice(outer.Element, way, step + 1, slice))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
