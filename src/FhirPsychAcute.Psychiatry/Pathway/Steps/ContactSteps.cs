using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Pathway.Steps;

/// <summary>Calls, admissions, stays, visits: Encounter.</summary>
internal static class ContactSteps
{
    private static readonly string CallLine = Guide.Codes("call-line");
    private static readonly string ContactType = Guide.Codes("contact-type");
    private static readonly string OfferType = Guide.Codes("offer-type");
    private static readonly string Unanswered = Guide.Structure("unanswered-reason");
    private static readonly string Disposition = Guide.Structure("disposition");

    public static PathwayStep? Read(ResourceDocument encounter, string address, StepContext context)
    {
        if (context.TimeOf(encounter, "period") is not { } time)
        {
            return null;
        }

        var root = encounter.Root;
        var kind = KindOf(encounter);
        var actor = context.ActorOf(root.ReferenceIn("serviceProvider"));
        var step = new PathwayStep(address, encounter, kind, time.Start, kind == StepKind.Call ? TextOfCall(root, context) : TextOfContact(root, kind, time, context))
        {
            End = time.End,
            IsOpen = root.ChildValue("status") is "in-progress" or "onleave" or "arrived" or "triaged",
            Code = root.Child("type"),
            Actor = actor.Sector == Sectors.Unknown ? actor with { Sector = LikelySector(root, kind) } : actor,
            CameFrom = [.. root.ReferencesIn("basedOn"), .. root.ReferencesIn("partOf"), .. root.ReferencesIn("appointment")],
        };
        return kind == StepKind.Call && IsUnanswered(root) ? step with { Remarks = [StepRemark.Unanswered] } : step;
    }

    /// <summary>Whether nobody spoke with the person who called.</summary>
    public static bool IsUnanswered(Element call) => call.ChildValue("status") == "cancelled" || call.ExtensionOf(Unanswered).Exists;

    /// <summary>Codes of where a call led.</summary>
    public static IEnumerable<string> Dispositions(Element call)
    {
        foreach (var extension in call.ChildrenNamed("extension").ToList())
        {
            if (extension.ChildValue("url") == Disposition && extension.Child("value").CodeOf(Guide.Codes("disposition")) is { } code)
            {
                yield return code;
            }
        }
    }

    private static string KindOf(ResourceDocument encounter)
    {
        var root = encounter.Root;
        if (root.CodeIn("type", CallLine) is not null || encounter.Claims(Guide.Structure("call")))
        {
            return StepKind.Call;
        }

        if (root.CodeIn("type", OfferType) is not null || encounter.Claims(Guide.Structure("stay")))
        {
            return StepKind.Stay;
        }

        return root.CodeIn("type", ContactType) switch
        {
            "admission" or "somatic-admission" => StepKind.Admission,
            "adviser-visit" => StepKind.AdviserVisit,
            "outreach-visit" => StepKind.Visit,
            _ => root.Child("class") is { Exists: true } form && form.ChildValue("code") is "IMP" or "ACUTE" or "NONAC" ? StepKind.Admission : StepKind.Contact,
        };
    }

    // Where the organisation does not say it: a civil line, an akuttilbud, a hospital ward.
    private static string LikelySector(Element root, string kind) => kind switch
    {
        StepKind.Call => root.CodeIn("type", CallLine) switch
        {
            "civil-line" => "civil-society",
            "municipal-line" => "municipality",
            "pam" => "hospital",
            null => Sectors.Unknown,
            _ => "region",
        },
        StepKind.Admission => "hospital",
        StepKind.Stay when root.CodeIn("type", OfferType) == "akuttilbud" => "municipality",
        _ => Sectors.Unknown,
    };

    private static string TextOfCall(Element root, StepContext context)
    {
        var line = context.AllWords(root, "type");
        if (IsUnanswered(root))
        {
            return root.ExtensionValue(Unanswered) is { Exists: true } reason && context.Words(reason) is { Length: > 0 } why
                ? context.Say("pathway.call-unanswered-why", line, why)
                : context.Say("pathway.call-unanswered", line);
        }

        var wait = TimeSpan.Zero;
        foreach (var past in root.ChildrenNamed("statusHistory"))
        {
            if (past.ChildValue("status") == "arrived" && past.PeriodIn("period") is ({ } start, { } end) && end > start)
            {
                wait += end - start;
            }
        }

        var outcomes = string.Join(", ", root.ChildrenNamed("extension").ToList()
            .Where(static extension => extension.ChildValue("url") == Disposition)
            .Select(extension => context.Words(extension.Child("value"))));
        var call = wait > TimeSpan.Zero ? context.Say("pathway.call-waited", line, context.Duration(wait)) : context.Say("pathway.call", line);
        return outcomes.Length == 0 ? call : $"{call} → {outcomes}";
    }

    private static string TextOfContact(Element root, string kind, (DateTimeOffset Start, DateTimeOffset? End) time, StepContext context)
    {
        var type = context.AllWords(root, "type") is { Length: > 0 } words ? words : context.Say("pathway.contact");
        if (kind == StepKind.Stay && root.Child("class") is { Exists: true } form && form.ChildValue("code") == "SS")
        {
            return context.Say("pathway.night", type);
        }

        return kind == StepKind.Admission ? context.Lasted(type, time) : type;
    }
}
