using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Messaging;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary>Takes a message whose envelope can be read: what was seen before, what stands against it, storing, the answer.</summary>
internal sealed class MessageDesk(FhirService service, FhirRequest request)
{
    // An exchange, or the stays of one contact, that are longer than this are not of this world.
    private const int MaxGathered = 1_000;

    // Two deliveries of the same message at once: the slower one finds what the faster one has stored.
    private const int Attempts = 2;

    private readonly MessageStorage storage = new(service.Schema, service.Writes.NewId);
    private readonly Acknowledgement acknowledgements = new(service.Schema, service.Writes.NewId);

    /// <summary>Takes it.</summary>
    /// <returns>The acknowledgement, positive or negative.</returns>
    public async ValueTask<Result<ResourceDocument>> TakeAsync(Message message, CancellationToken cancellationToken)
    {
        FhirError? last = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await service.Gather.ReadAsync($"Bundle/{message.Id}", cancellationToken);
            var header = await service.Gather.ReadAsync($"MessageHeader/{message.HeaderId}", cancellationToken);
            var envelope = header is null ? null : await FirstAsync(MessageStorage.EnvelopeOf(message.HeaderId), cancellationToken);
            var (action, rule) = new Duplicates(service.Rules).Decide(message, stored, header, envelope);
            if (action == DuplicateAction.Refuse)
            {
                var issue = Psychiatry.PsychiatryMessages.Error(IssueCode.Duplicate, "message.duplicate", rule.Sentence) with { Expression = "Bundle.id", Source = rule.Source };
                return Negative(message, [new(MessageRefusal.ContentWrong, issue)]);
            }

            if (action == DuplicateAction.ResendResponse && await AnswerToAsync(message.HeaderId, cancellationToken) is { } original)
            {
                return original;
            }

            var outcome = await ProcessAsync(message, cancellationToken);
            if (outcome is not { IsSuccess: false, Error.Status: StatusCodes.Status412PreconditionFailed })
            {
                return outcome.IsSuccess ? outcome : Negative(message, [.. outcome.Error.Issues.Select(MessageRefusal.Of)]);
            }

            last = outcome.Error;
        }

        return Negative(message, [.. last!.Issues.Select(MessageRefusal.Of)]);
    }

    private ResourceDocument Negative(Message message, IReadOnlyList<MessageRefusal> reasons) =>
        acknowledgements.Of(message, reasons, Acknowledgement.IsTransient(reasons), service.Clock.GetUtcNow());

    private async ValueTask<Result<ResourceDocument>> ProcessAsync(Message message, CancellationToken cancellationToken)
    {
        var kind = MessageKind.Of(message.Event);
        var receivers = await SetAsync(MessageCheck.Receivers(message), cancellationToken);
        if (!receivers.IsSuccess)
        {
            return receivers.Error;
        }

        var reasons = MessageCheck.Reasons(message, kind, receivers.Value, service.Options.MessageReceivers);
        if (reasons.Count > 0)
        {
            return Negative(message, reasons);
        }

        var wrong = service.Validation.Check(message.Bundle, [kind!.Profile]).Where(static finding => finding.Severity <= IssueSeverity.Error).Take(20)
            .Select(static finding => MessageRefusal.Of(finding.ToOutcome())).ToList();
        if (wrong.Count > 0)
        {
            return Negative(message, wrong);
        }

        var known = new Dictionary<Element, string>();
        var before = await SetAsync(kind.Event == MedCom.CareCommunicationEvent ? SegmentsKnown.Exchange(message) : StayNotified.Before(message), cancellationToken);
        if (!before.IsSuccess)
        {
            return before.Error;
        }

        MessageRefusal? refusal = null;
        if ((kind.Event == MedCom.CareCommunicationEvent ? SegmentsKnown.Find(message, before.Value, out refusal) : StayNotified.ToldLater(message, before.Value)) is { } address)
        {
            known.Add(message.Focus, address);
        }

        if (refusal is not null)
        {
            return Negative(message, [refusal]);
        }

        var answer = acknowledgements.Of(message, [], isTransient: false, service.Clock.GetUtcNow());
        return await OwnTransaction.RunAsync(service, request, storage.Received(message, answer, known), cancellationToken) is { } error ? error : answer;
    }

    private async ValueTask<ResourceDocument?> AnswerToAsync(string headerId, CancellationToken cancellationToken) =>
        await FirstAsync(MessageStorage.AnswersTo(headerId), cancellationToken) is { Id: { } answer }
            ? await FirstAsync(MessageStorage.EnvelopeOf(answer), cancellationToken)
            : null;

    private async ValueTask<ResourceDocument?> FirstAsync(Gathering gathering, CancellationToken cancellationToken) =>
        await SetAsync(gathering, cancellationToken) is { IsSuccess: true } found ? (found.Value.All is [var first, ..] ? first : null) : null;

    private async ValueTask<Result<ResourceSet>> SetAsync(Gathering? gathering, CancellationToken cancellationToken) =>
        gathering is null ? new ResourceSet([]) : await service.Gather.SetAsync(MaxGathered, cancellationToken, gathering);
}
