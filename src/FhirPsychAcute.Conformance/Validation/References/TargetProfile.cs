using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>One canonical of ElementDefinition.type.targetProfile, resolved when first needed: compiling a profile must not load those that it points at.</summary>
internal sealed class TargetProfile
{
    private const string CoreTypes = "http://hl7.org/fhir/StructureDefinition/";

    private readonly DefinitionScope scope;
    private volatile bool isResolved;
    private TypeSchema? type;
    private Definition? profile;

    public TargetProfile(string canonical, DefinitionScope scope)
    {
        this.scope = scope;
        Canonical = canonical;
        if (canonical.StartsWith(CoreTypes, StringComparison.Ordinal))
        {
            var name = canonical[CoreTypes.Length..];
            var bar = name.IndexOf('|', StringComparison.Ordinal);
            if (scope.Schema.TryGetType(bar < 0 ? name : name[..bar], out var known) && known.IsResource)
            {
                (type, isResolved) = (known, true);
            }
        }
    }

    /// <summary>The canonical as the profile names it.</summary>
    public string Canonical { get; }

    /// <summary>The type that the target must have; null where the profile is not known.</summary>
    public TypeSchema? Type
    {
        get
        {
            Resolve();
            return type;
        }
    }

    /// <summary>The profile that the target must conform to; null where the type says it all, and where the profile is not known.</summary>
    public Definition? Profile
    {
        get
        {
            Resolve();
            return profile;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Canonical;

    private void Resolve()
    {
        if (isResolved)
        {
            return;
        }

        if (scope.TryResolve(Canonical, out var found) && found.ResourceType == "StructureDefinition"
            && found.Document.Root.ChildValue("type") is { } name && scope.Schema.TryGetType(name, out var known))
        {
            (type, profile) = (known, found);
        }

        isResolved = true;
    }
}
