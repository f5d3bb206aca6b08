using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>The searches that gather what there is to know of a referral.</summary>
public static class ReferralQuestion
{
    /// <summary>The request, the person, its tasks and their trail and alerts, and what rests on it.</summary>
    /// <param name="id">Logical id of the ServiceRequest.</param>
    public static Gathering About(string id) => new(
        "ServiceRequest", ("_id", id), ("_include", "ServiceRequest:subject"), ("_revinclude", "Task:focus"), ("_revinclude", "Encounter:based-on"), ("_revinclude", "Communication:based-on"),
        ("_revinclude", "Appointment:based-on"), ("_revinclude:iterate", "Provenance:target"), ("_revinclude:iterate", "DetectedIssue:implicated"), ("_revinclude:iterate", "Encounter:part-of"));

    /// <summary>The judgements of urgency around the nights, which the second round brings; null where there was no night.</summary>
    public static Gathering? Assessments(ResourceSet known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var nights = Nights(known).ToList();
        return nights.Count == 0 || known.OfType("ServiceRequest").FirstOrDefault()?.Root.ReferenceIn("subject") is not { } subject
            ? null
            : new("Observation", ("subject", subject), ("code", $"{Guide.Codes("observation")}|hastegrad"), ("date", $"ge{Day(nights.Min(static night => night.Evening))}"), ("date", $"le{Day(nights.Max(static night => night.Evening).AddDays(2))}"));
    }

    /// <summary>The nights that rest on the referral, in order.</summary>
    internal static IEnumerable<Night> Nights(ResourceSet known) =>
        known.OfType("Encounter").Select(stay => Night.Of(stay, known.AddressOf(stay))).OfType<Night>().OrderBy(static night => night.Start);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
