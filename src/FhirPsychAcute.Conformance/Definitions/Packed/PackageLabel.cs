namespace FhirPsychAcute.Conformance;

/// <summary>A FHIR package whose definitions stand in a pack.</summary>
/// <param name="Name">npm name: <c>hl7.terminology.r4</c>.</param>
/// <param name="Version">Exact version.</param>
/// <param name="Canonical">Base of the canonical urls that the package is home to; null when its manifest names none.</param>
/// <param name="IsExpansions">Whether it holds value sets already expanded (package type fhir.expansions), which stand beside their definitions.</param>
/// <param name="Dependencies">What its manifest depends on, as <c>name@version</c>.</param>
internal sealed record PackageLabel(string Name, string Version, string? Canonical, bool IsExpansions, IReadOnlyList<string> Dependencies);
