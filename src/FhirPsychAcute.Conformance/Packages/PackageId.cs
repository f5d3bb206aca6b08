namespace FhirPsychAcute.Conformance.Packages;

/// <summary>A FHIR package by name and exact version: <c>hl7.fhir.dk.core#3.7.0</c>. The version is empty where files without a manifest were loaded.</summary>
public readonly record struct PackageId(string Name, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => Version.Length == 0 ? Name : $"{Name}#{Version}";
}
