using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>ElementDefinition.type: a type that an element may have, and what the profile wants of it.</summary>
/// <param name="Code">Name of the type: <c>Reference</c>; System types by the FHIR primitive that they stand for.</param>
/// <param name="Profiles">Profiles of which the value must conform to one, with <c>#id</c> where one element of the profile is meant; empty for any.</param>
/// <param name="TargetProfiles">Profiles of which a reference's target must conform to one; empty for any.</param>
/// <param name="Aggregation">How the target may be given: contained, referenced, bundled; empty for any.</param>
/// <param name="Versioning">either, independent or specific.</param>
internal sealed record TypeFacts(
    string Code,
    IReadOnlyList<string> Profiles,
    IReadOnlyList<string> TargetProfiles,
    IReadOnlyList<string> Aggregation,
    string? Versioning)
{
    private const string FhirType = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";
    private const string SystemTypes = "http://hl7.org/fhirpath/System.";
    private const string BaseDefinitions = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>The types of an ElementDefinition, in order.</summary>
    public static IReadOnlyList<TypeFacts> ReadAll(Element definition)
    {
        List<TypeFacts>? types = null;
        foreach (var type in definition.ChildrenNamed("type"))
        {
            (types ??= []).Add(new TypeFacts(
                NameOf(type), ProfilesOf(type), Values(type, "targetProfile"), Values(type, "aggregation"), type.ChildValue("versioning")));
        }

        return types ?? (IReadOnlyList<TypeFacts>)[];
    }

    private static string NameOf(Element type)
    {
        var code = type.ChildValue("code") ?? "";
        if (code.StartsWith(SystemTypes, StringComparison.Ordinal))
        {
            var name = code[SystemTypes.Length..];
            return StandardExtensions.Value(type, FhirType) ?? (char.ToLowerInvariant(name[0]) + name[1..]);
        }

        return code.StartsWith(BaseDefinitions, StringComparison.Ordinal) ? code[BaseDefinitions.Length..] : code;
    }

    // A profile may be meant for one of its elements only (elementdefinition-profile-element), which is then written behind it: url#id.
    private static List<string> ProfilesOf(Element type)
    {
        var profiles = new List<string>();
        foreach (var profile in type.ChildrenNamed("profile"))
        {
            if (profile.Value is { } canonical)
            {
                profiles.Add(StandardExtensions.Value(profile, StandardExtensions.ProfileElement) is { } id ? $"{canonical}#{id}" : canonical);
            }
        }

        return profiles;
    }

    private static List<string> Values(Element holder, string name)
    {
        var values = new List<string>();
        foreach (var child in holder.ChildrenNamed(name))
        {
            if (child.Value is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }
}
