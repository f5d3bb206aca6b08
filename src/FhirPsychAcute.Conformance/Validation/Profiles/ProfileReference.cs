using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>A profile that another profile names, looked up when first needed, so that profiles may name each other in circles.</summary>
internal sealed class ProfileReference(string canonical, DefinitionScope scope, ProfileStore store)
{
    private volatile bool isResolved;
    private CompiledProfile? profile;

    /// <summary>The canonical as it is named.</summary>
    public string Canonical => canonical;

    /// <summary>The type of R4 that the canonical names; null where it names a profile.</summary>
    public TypeSchema? BaseType { get; } = store.BaseTypeOf(canonical);

    /// <summary>The profile; null when there is none of that name.</summary>
    public CompiledProfile? Profile
    {
        get
        {
            if (!isResolved)
            {
                profile = store.Find(canonical, scope);
                isResolved = true;
            }

            return profile;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => canonical;
}
