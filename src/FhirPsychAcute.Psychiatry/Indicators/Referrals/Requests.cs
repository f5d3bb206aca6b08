using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Referrals;

/// <summary>How urgent each request was, and whether it sends a unit (ambulance, police) rather than refers a person.</summary>
internal sealed class Requests
{
    private static readonly string Urgency = Guide.Structure("referral-urgency");
    private static readonly string Dispatch = Guide.Structure("dispatch");

    private readonly ReferenceTable ids = new();
    private readonly List<(string Urgency, bool IsDispatch)> facts = [];

    /// <summary>Reads the requests written in a period, and a while before.</summary>
    public static async Task<Requests> ReadAsync(IIndicatorSource source, IndicatorPeriod period, TimeSpan margin, CancellationToken cancellationToken)
    {
        var requests = new Requests();
        await source.ScanAsync(
            new Gathering("ServiceRequest", period.Search("authored", margin)), static () => new List<(byte[] Id, string Urgency, bool IsDispatch)>(),
            static (part, request) =>
            {
                if (request.Id is { } id)
                {
                    part.Add((Encoding.UTF8.GetBytes(id), request.Root.ExtensionValue(Urgency).CodeOf(Codes.Urgency) ?? Codes.Unknown, request.Claims(Dispatch)));
                }
            },
            part =>
            {
                foreach (var (id, urgency, isDispatch) in part)
                {
                    if (requests.ids.Add(id) == requests.facts.Count)
                    {
                        requests.facts.Add((urgency, isDispatch));
                    }
                }
            },
            cancellationToken);
        return requests;
    }

    /// <summary>What is known of the request that a task is about.</summary>
    public (string Urgency, bool IsDispatch) Of(Element task) =>
        task.Child("focus") is { Exists: true } focus && focus.Child("reference") is { HasValue: true } reference && ids.Find(ReferenceTable.IdOf(reference.Utf8Value)) is >= 0 and var number
            ? facts[number]
            : (Codes.Unknown, false);
}
