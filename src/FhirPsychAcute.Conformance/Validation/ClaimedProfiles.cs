using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>The profiles that a resource is checked against: those that it claims in meta.profile, and for the document's resource those that the caller names.</summary>
internal static class ClaimedProfiles
{
    private const string Section = "http://hl7.org/fhir/R4/resource.html#profile-tags";

    /// <summary>Checks a resource against the profiles that it claims.</summary>
    public static void Check(Element resource, ValidationRun run)
    {
        if (!run.Request.ClaimedProfiles || resource.Child("meta") is not { Exists: true } meta)
        {
            return;
        }

        foreach (var claim in meta.ChildrenNamed("profile"))
        {
            if (claim.Value is { } canonical)
            {
                Check(resource, canonical, claim, IssueSeverity.Warning, run);
            }
        }
    }

    /// <summary>Checks the document's resource against the profiles that the caller names.</summary>
    public static void CheckAsked(ValidationRun run)
    {
        foreach (var canonical in run.Request.Profiles)
        {
            Check(run.Document.Root, canonical, run.Document.Root, IssueSeverity.Error, run);
        }
    }

    private static void Check(Element resource, string canonical, Element claim, IssueSeverity whenUnknown, ValidationRun run)
    {
        if (run.Profiles.BaseTypeOf(canonical) is { } type)
        {
            if (!resource.Type.IsOrSpecialises(type))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "profile.wrong-type", canonical, canonical, type.Name, resource.Type.Name);
            }

            return;
        }

        if (!run.Scope.TryResolve(canonical, out var definition))
        {
            run.Report(whenUnknown, IssueCode.NotFound, claim, "profile.unknown", Section, canonical);
        }
        else if (definition.ResourceType is not "StructureDefinition")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, claim, "profile.not-a-profile", Section, canonical, definition.ResourceType);
        }
        else
        {
            Check(resource, run.Profiles.Of(definition), run);
        }
    }

    private static void Check(Element resource, CompiledProfile profile, ValidationRun run)
    {
        run.Check(resource, profile);
        if (profile.HasObligations && run.IsFirst(profile))
        {
            run.Report(IssueSeverity.Information, IssueCode.Informational, resource, "profile.obligations", profile.Canonical, profile.Canonical);
        }
    }
}
