using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <content>Checking elements against profiles.</content>
internal sealed partial class ValidationRun
{
    /// <summary>
    /// Checks an element against a profile, beyond what R4 itself demands (every element of the document is checked against that anyway).
    /// </summary>
    /// <param name="element">The element.</param>
    /// <param name="canonical">Canonical of the profile, possibly with version; that of a base type asks for the type.</param>
    /// <param name="scope">From where the canonical is resolved.</param>
    /// <param name="report">Whether what is wrong is reported; otherwise only the answer is given.</param>
    /// <returns>Whether the element conforms; null when the profile is not known or cannot be used.</returns>
    public bool? ValidateAgainst(Element element, string canonical, DefinitionScope scope, bool report) =>
        Profiles.BaseTypeOf(canonical) is { } type && !report ? element.Type.IsOrSpecialises(type) : null;
}
