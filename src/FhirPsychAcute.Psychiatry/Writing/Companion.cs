using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Writing;

/// <summary>A resource that is stored together with a change, or not at all.</summary>
/// <param name="Resource">
/// The resource. Without id: a new one, under an id of the server's. With id: the next version of that resource, whose meta.versionId is the version it was made
/// from; without versionId a new one under that id.
/// </param>
/// <param name="Identifier">Identifier (<c>system|value</c>) by which it is recognised: where one with it exists already, nothing is stored. Null: always stored.</param>
public sealed record Companion(ResourceDocument Resource, string? Identifier = null);
