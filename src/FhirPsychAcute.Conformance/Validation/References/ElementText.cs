using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>Reading values of elements that may be missing.</summary>
internal static class ElementText
{
    /// <summary>The primitive's value; null for no element, too.</summary>
    public static string? Text(this Element element) => element.Exists ? element.Value : null;
}
