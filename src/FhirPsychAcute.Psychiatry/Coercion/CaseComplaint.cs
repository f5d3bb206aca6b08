namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>A complaint about a measure, or a step onward from one: a Task.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Instance">Code of psychacute-complaint-instance.</param>
/// <param name="PartOf">Addresses of the complaints before it.</param>
/// <param name="Made">When it was made; null where that is missing.</param>
/// <param name="IsSuspensive">Whether the measure waits for it; null where nothing says so.</param>
/// <param name="IsDecided">Whether it has been decided or dismissed.</param>
/// <param name="Decided">When; null where it has not, or where that is missing.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn or entered in error.</param>
public sealed record CaseComplaint(
    string Address, string Instance, IReadOnlyList<string> PartOf, DateTimeOffset? Made, bool? IsSuspensive, bool IsDecided, DateTimeOffset? Decided, bool IsWithdrawn);
