using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>
/// From where a resource's canonicals are resolved when the caller does not say: where several versions of a package are loaded, from the package of the first profile
/// that is asked for or claimed.
/// </summary>
internal static class InstanceView
{
    public static DefinitionScope Of(ResourceDocument document, ValidationRequest request, DefinitionLibrary library)
    {
        if (!library.HasSeveralVersions)
        {
            return library.Root;
        }

        foreach (var asked in request.Profiles)
        {
            if (library.Root.TryResolve(asked, out var profile) && !ReferenceEquals(library.ScopeFor(profile), library.Root))
            {
                return library.ScopeFor(profile);
            }
        }

        if (document.Root.Child("meta") is { Exists: true } meta)
        {
            foreach (var claim in meta.ChildrenNamed("profile"))
            {
                if (claim.Value is { } canonical && library.Root.TryResolve(canonical, out var profile) && !ReferenceEquals(library.ScopeFor(profile), library.Root))
                {
                    return library.ScopeFor(profile);
                }
            }
        }

        return library.Root;
    }
}
