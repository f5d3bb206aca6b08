using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>Tells which types and profiles derive from which, as far as the definitions at hand say.</summary>
internal sealed class TypeDerivation(DefinitionScope scope)
{
    private const string FhirPathTypes = "http://hl7.org/fhirpath/System.";
    private const string FhirTypeExtension = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const int MaxSteps = 48;

    /// <summary>The type's code; for the types of FHIRPath, in which ids and urls are written, FHIR's own.</summary>
    public static string? Code(DraftValue type)
    {
        var code = type.ChildValue("code");
        if (code is null || !code.StartsWith(FhirPathTypes, StringComparison.Ordinal))
        {
            return code;
        }

        var extensions = type.Element.Exists ? type.Element.ChildrenNamed("extension").ToList() : [];
        foreach (var extension in extensions)
        {
            if (string.Equals(extension.ChildValue("url"), FhirTypeExtension, StringComparison.Ordinal))
            {
                return extension.ChildValue("value") ?? code;
            }
        }

        return char.ToLowerInvariant(code[FhirPathTypes.Length]) + code[(FhirPathTypes.Length + 1)..];
    }

    /// <summary>Canonical url of a type's own definition: logical models are named by their url.</summary>
    public static string UrlOf(string code) => code.Contains(':', StringComparison.Ordinal) ? code : Core + code;

    /// <summary>Whether a type is the other, or specializes it at any distance.</summary>
    public bool IsOrDerivesFrom(string? code, string? from)
    {
        if (code is null || from is null || string.Equals(code, from, StringComparison.Ordinal) || from is "*")
        {
            return true;
        }

        if (scope.Schema.TryGetType(code, out var type) && scope.Schema.TryGetType(from, out var origin))
        {
            return type.IsOrSpecialises(origin);
        }

        return IsProfileOfAny(UrlOf(code), [UrlOf(from)]);
    }

    /// <summary>Whether a profile is one of these or derives from one at any distance; what is not known here is believed.</summary>
    public bool IsProfileOfAny(string profile, IReadOnlyCollection<string> bases)
    {
        var at = profile;
        for (var step = 0; step < MaxSteps; step++)
        {
            if (bases.Any(candidate => IsSame(at, candidate)))
            {
                return true;
            }

            if (!scope.TryResolve(at, out var definition))
            {
                return true;
            }

            if (Property(definition, "baseDefinition") is not { } next)
            {
                return false;
            }

            at = next;
        }

        return false;
    }

    /// <summary>A property of a definition; null where it has none or cannot be read.</summary>
    public static string? Property(Definition definition, string name)
    {
        try
        {
            return definition.Document.Root.ChildValue(name);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsSame(string one, string other) => WithoutVersion(one).SequenceEqual(WithoutVersion(other));

    private static ReadOnlySpan<char> WithoutVersion(string canonical)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? canonical : canonical.AsSpan(0, bar);
    }
}
