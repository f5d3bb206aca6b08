using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Referral;

namespace FhirPsychAcute.Server;

/// <summary>The parameters of <c>$referral-answer</c>.</summary>
/// <param name="Answer">What is answered.</param>
/// <param name="Slot">Address of a slot that is to be taken; null for none.</param>
/// <param name="Told">The Provenance that names the actor; null when nobody is named.</param>
internal sealed record ReferralAnswerInput(ReferralAnswer Answer, string? Slot, ResourceDocument? Told)
{
    private static readonly (string Name, string Kind, string Type)[] Outputs = [("encounter", "stay", "Encounter"), ("appointment", "appointment", "Appointment"), ("message", "message", "Communication")];

    /// <summary>Reads them.</summary>
    public static Result<ReferralAnswerInput> Read(FhirService service, FhirRequest request, OperationInput input)
    {
        if (ReferralStates.Find(input.Text("state")) is not { } state)
        {
            return input.Text("state") is { } unknown
                ? Refuse("state", IssueCode.CodeInvalid, "referral.answer-state-unknown", unknown, string.Join(", ", ReferralStates.All.Select(static known => known.Code())))
                : Refuse("state", IssueCode.Required, "referral.answer-state-missing");
        }

        var time = service.Clock.GetUtcNow();
        if (input.Text("time") is { } told)
        {
            if (!DateRange.TryParse(told, DanishTime.Zone, out var range))
            {
                return FhirError.At("time", StatusCodes.Status400BadRequest, IssueCode.Value, "time-malformed", told);
            }

            time = range.From;
        }

        var led = new List<(string Kind, string Reference)>();
        foreach (var (name, kind, type) in Outputs)
        {
            if (Reference(input, name) is { } reference)
            {
                if (!reference.StartsWith(type + "/", StringComparison.Ordinal))
                {
                    return Refuse(name, IssueCode.Value, "referral.answer-reference", reference, type);
                }

                led.Add((kind, reference));
            }
        }

        var slot = Reference(input, "slot");
        if (slot is not null && slot.Split('/') is not ["Slot", _])
        {
            return Refuse("slot", IssueCode.Value, "referral.answer-reference", slot, "Slot");
        }

        var answer = new ReferralAnswer
        {
            State = state,
            Time = new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset),
            IsTimeTold = input.Text("time") is not null,
            Reason = input.Value("reason"),
            ReasonCode = input.Text("reason"),
            ReasonText = input.Text("reason-text"),
            Note = input.Text("note"),
            Led = led,
        };
        return new ReferralAnswerInput(answer, slot, request.Provenance ?? Actor(service, input));
    }

    // The actor as the header would have named it.
    private static ResourceDocument? Actor(FhirService service, OperationInput input)
    {
        var who = input.Value("actor");
        var address = who.Exists ? null : input.Text("actor");
        if (!who.Exists && address is null)
        {
            return null;
        }

        using var composer = new ResourceComposer();
        composer.Begin("Provenance").OpenList("agent").OpenItem().Concept("type", "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "author");
        return (who.Exists ? composer.Copy("who", who) : composer.Reference("who", address)).Close().CloseList().ToDocument(service.Schema);
    }

    private static string? Reference(OperationInput input, string name) => input.Value(name) is { Exists: true } reference ? reference.ChildValue("reference") : input.Text(name);

    private static FhirError Refuse(string parameter, string code, string text, params object[] arguments) =>
        new(StatusCodes.Status400BadRequest, PsychiatryMessages.Error(code, text, arguments) with { Expression = parameter });
}
