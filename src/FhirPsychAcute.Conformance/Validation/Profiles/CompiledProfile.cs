using FhirPsychAcute.Conformance.Packages;
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

    /// <summary>The profile as a tree of its rules, for people.</summary>
    public override string ToString() => ProfilePrinter.Print(this);
}
