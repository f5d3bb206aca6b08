namespace FhirPsychAcute.FhirPath.Values;

/// <summary>A type as reflection names it (N1 section 10): FHIR.Patient, System.String.</summary>
internal sealed record TypeName(string Namespace, string Name);
