using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Triage;

/// <summary>A completed form on its way into resources.</summary>
/// <param name="Response">The response.</param>
/// <param name="Address">How resources refer to it: its address, or the fullUrl of its entry.</param>
/// <param name="Call">Address of the call.</param>
/// <param name="Person">Address of the person in need.</param>
internal sealed record TriageForm(ResourceDocument Response, string Address, string Call, string Person)
{
    /// <summary>The answers.</summary>
    public TriageAnswers Answers { get; } = new(Response);

    /// <summary>System of the identifiers by which what was extracted is known again.</summary>
    public static string Extracted { get; } = Guide.Identifiers("extracted");

    /// <summary>Identifier of what one question became in one version of the response; null for a response that has no id yet.</summary>
    public string? Identifier(string linkId) => Response.Id is null ? null : $"{Response.Id}/{Response.VersionId ?? "1"}#{linkId}";
}
