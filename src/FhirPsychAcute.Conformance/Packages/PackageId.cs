namespace FhirPsychAcute.Conformance.Packages;

/// <summary>A FHIR package by name and exact version: <c>hl7.fhir.dk.core#3.7.0</c>.</summary>
public readonly record struct PackageId(string Name, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}#{Version}";
}
