using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Slicing;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>A profile ready to check with: the tree of what it demands beyond R4 itself. Immutable and safe for any number of threads; prints itself.</summary>
internal sealed class CompiledProfile
{
    public CompiledProfile(Definition definition, TypeSchema? type, CompiledElement root, IReadOnlyList<string> imposed, bool hasObligations, IReadOnlyList<string> faults)
    {
        Definition = definition;
        Type = type;
        Root = root;
        Imposed = imposed;
        HasObligations = hasObligations;
        Faults = faults;
    }

    /// <summary>The StructureDefinition.</summary>
    public Definition Definition { get; }

    /// <summary>Canonical with version.</summary>
    public string Canonical => Definition.Canonical;

    /// <summary>The type that it constrains; null when the definition names none of R4.</summary>
    public TypeSchema? Type { get; }

    /// <summary>What it demands of the whole.</summary>
    public CompiledElement Root { get; }

    /// <summary>Profiles that a conforming resource must conform to as well (structuredefinition-imposeProfile).</summary>
    public IReadOnlyList<string> Imposed { get; }

    /// <summary>Whether it has obligations, which are about systems and cannot be seen on an instance.</summary>
    public bool HasObligations { get; }

    /// <summary>Why it cannot be used (no snapshot can be made ...); empty when it can.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What it demands of the element or slice of that id; null when that is nothing, or there is none.</summary>
    public CompiledElement? Element(string id) => Find(Root, id);

    /// <summary>The profile as a tree of its rules, for people.</summary>
    public override string ToString() => ProfilePrinter.Print(this);

    private static CompiledElement? Find(CompiledElement element, string id)
    {
        if (element.Label == id)
        {
            return element;
        }

        foreach (var child in element.Children)
        {
            if ((child.Each is null ? null : Find(child.Each, id)) is { } found || (found = child.Slicing is null ? null : Find(child.Slicing, id)) is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static CompiledElement? Find(SlicingRule slicing, string id)
    {
        foreach (var slice in slicing.Slices)
        {
            if (Find(slice.Element, id) is { } found || (found = slice.Reslicing is null ? null : Find(slice.Reslicing, id)) is not null)
            {
                return found;
            }
        }

        return null;
    }
}
