using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>A resource that may be stored, and what validation found all the same.</summary>
/// <param name="Document">The resource; its structure is right.</param>
/// <param name="Findings">Findings that do not stand against storing it; empty for none.</param>
internal readonly record struct CheckedResource(ResourceDocument Document, IReadOnlyList<OutcomeIssue> Findings);
