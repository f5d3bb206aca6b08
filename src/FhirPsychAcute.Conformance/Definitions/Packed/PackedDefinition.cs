namespace FhirPsychAcute.Conformance;

/// <summary>One definition on its way into a pack.</summary>
/// <param name="Package">Index of its package.</param>
/// <param name="ResourceType">StructureDefinition, ValueSet ...</param>
/// <param name="Url">Canonical url.</param>
/// <param name="Version">Business version; null when it has none.</param>
/// <param name="Length">Bytes of JSON.</param>
/// <param name="Deflated">The JSON without narrative, compressed with Brotli.</param>
internal sealed record PackedDefinition(int Package, string ResourceType, string Url, string? Version, int Length, byte[] Deflated);
