using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Calls;

/// <summary>The lengths that the status history of a call tells, in whole seconds; null where it does not tell one.</summary>
/// <param name="Waiting">Length of <c>arrived</c>.</param>
/// <param name="PickedUp">The first <c>triaged</c> or <c>in-progress</c>.</param>
/// <param name="Handling">From then to the end of the call.</param>
/// <param name="Talk">Sum of <c>in-progress</c>.</param>
internal readonly record struct CallTimes(long? Waiting, DateTimeOffset? PickedUp, long? Handling, long? Talk)
{
    /// <summary>Reads them.</summary>
    /// <param name="encounter">The call.</param>
    /// <param name="end">Its end; null while it lasts.</param>
    public static CallTimes Read(Element encounter, DateTimeOffset? end)
    {
        long? waiting = null, talk = null;
        DateTimeOffset? pickedUp = null;
        foreach (var entry in encounter.ChildrenNamed("statusHistory"))
        {
            var status = entry.Child("status");
            var (from, to) = entry.PeriodIn("period");
            if (from is not { } start)
            {
                continue;
            }

            if (status.ValueEquals("arrived"u8))
            {
                waiting = to is { } left ? (waiting ?? 0) + Seconds(start, left) : waiting;
                continue;
            }

            var talking = status.ValueEquals("in-progress"u8);
            if (talking || status.ValueEquals("triaged"u8))
            {
                pickedUp = pickedUp is { } before && before <= start ? before : start;
            }

            // A call that ends while they talk needs no end of its own in the history.
            if (talking && (to ?? end) is { } stopped)
            {
                talk = (talk ?? 0) + Seconds(start, stopped);
            }
        }

        return new CallTimes(waiting, pickedUp, pickedUp is { } picked && end is { } over ? Seconds(picked, over) : null, talk);
    }

    private static long Seconds(DateTimeOffset from, DateTimeOffset to) => (long)(to - from).TotalSeconds;
}
