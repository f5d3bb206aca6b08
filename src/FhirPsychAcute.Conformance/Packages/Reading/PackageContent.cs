using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>What was found at one place.</summary>
/// <param name="Path">The file or folder, as it was given.</param>
/// <param name="Manifest">The package's manifest; null for files without one.</param>
/// <param name="Files">Its resources, definitions and examples, in order of name.</param>
/// <param name="Findings">Files of it that cannot be used.</param>
internal sealed record PackageContent(string Path, PackageManifest? Manifest, IReadOnlyList<PackageFile> Files, IReadOnlyList<ValidationIssue> Findings);
