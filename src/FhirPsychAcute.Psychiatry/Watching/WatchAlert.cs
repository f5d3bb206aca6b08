namespace FhirPsychAcute.Psychiatry.Watching;

/// <summary>
/// A resource by which somebody is told what time has brought (a DetectedIssue, a Task, a Communication), stored as a conditional create by its identifier, so that the same
/// is never told twice.
/// </summary>
/// <param name="Type">Resource type; one that can be searched by <c>identifier</c>.</param>
/// <param name="System">System of the identifier that the resource has (<see cref="Guide.Identifiers"/>).</param>
/// <param name="Value">Value of that identifier: what happened to which focus and when it was due, made of ids and codes and never of a CPR number
/// (<c>Task-1-no-show-2026-03-01T22:00:00Z</c>).</param>
/// <param name="Resource">The resource as JSON, without id.</param>
public sealed record WatchAlert(string Type, string System, string Value, ReadOnlyMemory<byte> Resource);
