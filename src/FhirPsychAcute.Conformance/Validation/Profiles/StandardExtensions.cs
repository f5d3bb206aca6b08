using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>Extensions on definitions that change what a profile demands, by url.</summary>
internal static class StandardExtensions
{
    public const string Regex = "http://hl7.org/fhir/StructureDefinition/regex";
    public const string BestPractice = "http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice";
    public const string MaxValueSet = "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet";
    public const string MinValueSet = "http://hl7.org/fhir/StructureDefinition/elementdefinition-minValueSet";
    public const string AdditionalBinding = "http://hl7.org/fhir/tools/StructureDefinition/additional-binding";
    public const string AdditionalBindingR5 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.binding.additional";
    public const string Obligation = "http://hl7.org/fhir/StructureDefinition/obligation";
    public const string ImposeProfile = "http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile";
    public const string MustHaveValue = "http://hl7.org/fhir/tools/StructureDefinition/must-have-value";
    public const string MustHaveValueR5 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.mustHaveValue";
    public const string ProfileElement = "http://hl7.org/fhir/StructureDefinition/elementdefinition-profile-element";

    /// <summary>The first extension of that url; no element when there is none.</summary>
    public static Element Find(Element holder, string url)
    {
        foreach (var extension in holder.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") == url)
            {
                return extension;
            }
        }

        return default;
    }

    /// <summary>The primitive value of the first extension of that url; null when there is none.</summary>
    public static string? Value(Element holder, string url) => Find(holder, url) is { Exists: true } extension ? extension.ChildValue("value") : null;
}
