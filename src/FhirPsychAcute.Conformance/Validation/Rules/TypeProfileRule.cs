using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>The profiles on an element's types (ElementDefinition.type.profile): the value must conform to one of those of its type.</summary>
internal sealed class TypeProfileRule : ElementRule
{
    private readonly (string Type, ProfileReference[] Profiles)[] types;
    private readonly string source;

    private TypeProfileRule((string Type, ProfileReference[] Profiles)[] types, string source)
    {
        this.types = types;
        this.source = source;
    }

    /// <summary>The rule of an ElementDefinition; null where no type has a profile.</summary>
    public static TypeProfileRule? Of(ElementFacts facts, DefinitionScope scope, ProfileStore store, string source)
    {
        if (!facts.Types.Any(type => type.Profiles.Count > 0))
        {
            return null;
        }

        return new TypeProfileRule([.. facts.Types.Select(type => (type.Code, type.Profiles.Select(profile => new ProfileReference(profile, scope, store)).ToArray()))], source);
    }

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        foreach (var (type, profiles) in types)
        {
            if (IsOf(element.Type, type) && profiles.Length > 0)
            {
                if (profiles.Length == 1)
                {
                    CheckOne(element, profiles[0], run);
                }
                else
                {
                    CheckAny(element, profiles, run);
                }

                return;
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"profile {string.Join(" or ", types.Where(type => type.Profiles.Length > 0).Select(type => string.Join(" | ", type.Profiles.Select(profile => profile.Canonical))))}";

    private void CheckOne(Element element, ProfileReference profile, ValidationRun run)
    {
        if (profile.BaseType is not null)
        {
            return;
        }

        if (profile.Profile is null)
        {
            run.Report(IssueSeverity.Error, IssueCode.NotFound, element, "profile.unknown", source, profile.Canonical);
            return;
        }

        profile.Check(element, run);
    }

    private void CheckAny(Element element, ProfileReference[] profiles, ValidationRun run)
    {
        var failures = new List<Finding>();
        foreach (var profile in profiles)
        {
            if (profile.BaseType is not null || profile.Profile is null || profile.Conforms(element, run, failures))
            {
                return;
            }
        }

        run.Report(IssueSeverity.Error, IssueCode.Structure, element, "profile.none-fits", source, string.Join(", ", profiles.Select(profile => profile.Canonical)));
        run.AddAll(failures);
    }

    private static bool IsOf(TypeSchema actual, string name)
    {
        for (var type = actual; type is not null; type = type.Base)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
