using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>A profile that another profile names, looked up when first needed, so that profiles may name each other in circles.</summary>
internal sealed class ProfileReference(string canonical, DefinitionScope scope, ProfileStore store)
{
    private readonly string? elementId = canonical.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? canonical[(hash + 1)..] : null;
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
                profile = store.Find(elementId is null ? canonical : canonical[..^(elementId.Length + 1)], scope);
                isResolved = true;
            }

            return profile;
        }
    }

    /// <summary>Whether one element of the profile is meant, not the whole.</summary>
    public bool IsOfElement => elementId is not null;

    /// <summary>Checks an element and reports what is wrong.</summary>
    public void Check(Element element, ValidationRun run)
    {
        if (elementId is null)
        {
            run.Check(element, Profile!);
        }
        else
        {
            Profile!.Element(elementId)?.Check(element, run);
        }
    }

    /// <summary>Whether an element conforms; what is wrong is added to <paramref name="failures"/>.</summary>
    public bool Conforms(Element element, ValidationRun run, List<Finding>? failures = null) => elementId is null
        ? run.Conforms(element, Profile!, failures)
        : Profile!.Element(elementId) is not { } part || run.Conforms(element, part);

    /// <inheritdoc/>
    public override string ToString() => canonical;
}
