using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Calls;

/// <summary>
/// Reads one leg of a call (psychacute-call). Its times stand in the status history: <c>arrived</c> in the queue, <c>triaged</c> picked up and being sorted, <c>in-progress</c>
/// talking (S1:5659-5669: waiting time, call duration and handling time are told apart). Safe for any number of threads.
/// </summary>
internal sealed class CallReading(IndicatorQuestion question, Places places, People people, AgeGroups ages, Judgements judgements)
{
    private static readonly string UnansweredReason = Guide.Structure("unanswered-reason");
    private static readonly string Callback = Guide.Structure("callback");
    private static readonly string RecordOpened = Guide.Structure("record-opened");
    private static readonly string DispositionExtension = Guide.Structure("disposition");

    /// <summary>The call, and what it says of being called back; null where the Encounter is no call, was entered in error, or happened in another organisation.</summary>
    public (CallFact Fact, CallBackWish? Wish)? Read(ResourceDocument encounter)
    {
        var root = encounter.Root;
        if (root.CodeIn("type", Codes.Line) is not { } line || root.ChildValue("status") is not { } status || status == "entered-in-error")
        {
            return null;
        }

        var provider = root.ReferenceIn("serviceProvider");
        var (start, end) = root.PeriodIn("period");
        if (start is not { } began || (question.Organization is { } organization && !places.IsWithin(provider, organization)))
        {
            return null;
        }

        var times = CallTimes.Read(root, end);
        var outcome = status == "cancelled" ? CallOutcome.Unanswered : status is "planned" or "arrived" && times.PickedUp is null ? CallOutcome.Open : CallOutcome.Answered;
        var person = people.Find(root, "subject");
        var day = DanishTime.Day(began);
        var first = root.ReferenceIn("partOf");
        var own = root.Child("id").Utf8Value;
        var extensions = Extensions(root);
        var fact = new CallFact
        {
            Start = began,
            Outcome = outcome,
            Line = line,
            IsFirst = first is null,
            IsCallBack = first is not null && extensions.IsKept,
            Region = places.Region(provider, day) ?? Codes.Unknown,
            Municipality = people.Municipality(person) ?? places.Municipality(provider) ?? Codes.Unknown,
            Age = ages.On(people.Birth(person), day),
            Urgency = judgements.Of(own),
            UnansweredReason = outcome == CallOutcome.Unanswered ? extensions.UnansweredReason ?? Codes.Unknown : null,
            Dispositions = extensions.Dispositions,
            Waiting = outcome == CallOutcome.Answered ? times.Waiting : null,
            Handling = times.Handling,
            Talk = times.Talk,
            OpenedRecord = extensions.OpenedRecord,
            ConsultedCoordinator = HasCoordinator(root),
        };
        return (fact, extensions.IsOffered
            ? new CallBackWish(first is null ? root.ChildValue("id") ?? "" : System.Text.Encoding.UTF8.GetString(ReferenceTable.IdOf(System.Text.Encoding.UTF8.GetBytes(first))), fact, extensions.IsWanted, extensions.IsKept)
            : null);
    }

    private static bool HasCoordinator(Element root)
    {
        foreach (var participant in root.ChildrenNamed("participant"))
        {
            if (participant.HasCode("type", Codes.Participant, "apk-consult"))
            {
                return true;
            }
        }

        return false;
    }

    private static CallExtensions Extensions(Element root)
    {
        var read = new CallExtensions();
        List<string>? dispositions = null;
        foreach (var extension in root.ChildrenNamed("extension"))
        {
            var url = extension.ChildValue("url");
            if (url == DispositionExtension)
            {
                if (extension.Child("value").CodeOf(Codes.Disposition) is { } code)
                {
                    (dispositions ??= []).Add(code);
                }
            }
            else if (url == UnansweredReason)
            {
                read.UnansweredReason = extension.Child("value").CodeOf(Codes.UnansweredReason);
            }
            else if (url == RecordOpened)
            {
                read.OpenedRecord = extension.Child("value").ValueEquals("true"u8);
            }
            else if (url == Callback)
            {
                read.IsOffered = extension.ExtensionValue("offered").ValueEquals("true"u8);
                read.IsWanted = extension.ExtensionValue("wanted").ValueEquals("true"u8);
                read.IsKept = extension.ExtensionValue("kept").ValueEquals("true"u8);
            }
        }

        read.Dispositions = dispositions is null ? [] : [.. dispositions.Distinct(StringComparer.Ordinal)];
        return read;
    }

    private struct CallExtensions
    {
        public string? UnansweredReason;
        public IReadOnlyList<string> Dispositions;
        public bool OpenedRecord;
        public bool IsOffered;
        public bool IsWanted;
        public bool IsKept;
    }
}
