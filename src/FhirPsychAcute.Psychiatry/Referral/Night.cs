using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>One night in an akuttilbud (profile <c>psychacute-stay</c>, class SS).</summary>
/// <param name="Address">Address of its Encounter.</param>
/// <param name="Evening">Day on which the night began: a person who comes in the small hours begins the night of the day before.</param>
/// <param name="Start">Start of the Encounter.</param>
/// <param name="End">Its end; null while it lasts.</param>
public sealed record Night(string Address, DateOnly Evening, DateTimeOffset Start, DateTimeOffset? End)
{
    private const int SmallHours = 6;

    // An assessment in the morning may be written down some hours after the night has ended.
    private static readonly TimeSpan Morning = TimeSpan.FromHours(6);

    /// <summary>The night that an Encounter is; null when it is none, or was never spent.</summary>
    /// <param name="stay">The Encounter.</param>
    /// <param name="address">Its address.</param>
    public static Night? Of(ResourceDocument stay, string address)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (stay.Root.Child("class") is not { Exists: true } form || form.ChildValue("code") != "SS"
            || stay.Root.ChildValue("status") is "cancelled" or "entered-in-error" or "planned" || stay.Root.PeriodIn("period") is not ({ } start, var end))
        {
            return null;
        }

        var day = DanishTime.Day(start);
        return new Night(address, DanishTime.Local(start).Hour < SmallHours ? day.AddDays(-1) : day, start, end);
    }

    /// <summary>Whether one of these judgements of urgency belongs to this night: made while it lasted, or in the morning after.</summary>
    /// <param name="assessments">Observations of urgency.</param>
    public bool IsAssessed(IEnumerable<ResourceDocument> assessments) => End is not { } end || assessments.Any(assessment =>
        assessment.Root.ChildValue("status") is not ("entered-in-error" or "cancelled") && assessment.Root.TimeIn("effective") is { } time && time > Start && time <= end + Morning);

    /// <summary>How many nights in a row end with the night of an evening, itself included; 0 when there is none.</summary>
    public static int InARow(IEnumerable<Night> nights, DateOnly evening)
    {
        var evenings = nights.Select(static night => night.Evening).ToHashSet();
        var count = 0;
        while (evenings.Contains(evening.AddDays(-count)))
        {
            count++;
        }

        return count;
    }
}
