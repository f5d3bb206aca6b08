using FhirPsychAcute.Psychiatry.Messaging;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>Communication/[id]/$care-communication</c>: the MedCom message of a stored psychacute-care-communication. Asked again it gives the same message, until that was
/// refused for good. Nothing acute is sent (MedCom carecommunication 5.0.2).
/// </summary>
internal static class CareCommunicationOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var input = await OperationCall.ReadAsync(service, request, cancellationToken);
        if (!input.IsSuccess)
        {
            return Answer.Refusal(input.Error);
        }

        var dispatching = new Dispatching(service, request);
        var communication = input.Value.Instance!;
        var (sender, receiver) = (await dispatching.OrganizationAsync(input.Value, "sender", cancellationToken), await dispatching.OrganizationAsync(input.Value, "receiver", cancellationToken));
        if ((sender.Error ?? receiver.Error) is { } unknown)
        {
            return Answer.Refusal(unknown);
        }

        var sent = await dispatching.SetAsync(Outgoing.Sent(communication.Address()!), cancellationToken);
        if (!sent.IsSuccess)
        {
            return Answer.Refusal(sent.Error);
        }

        if (Outgoing.Latest(sent.Value, out _)?.Id is { } last && !await dispatching.WasRefusedAsync(last, cancellationToken) &&
            await dispatching.EnvelopeAsync(last, cancellationToken) is { } before)
        {
            return Answer.Unstored(before.Bytes, null);
        }

        var found = await dispatching.ReadAsync(CareCommunicationSending.Needs(communication), cancellationToken);
        found.AddRange(await dispatching.ReadAsync(CareCommunicationSending.NeedsNext(new ResourceSet(found)), cancellationToken));
        var urgencies = await dispatching.SetAsync(CareCommunicationSending.Urgencies(communication), cancellationToken);
        if (!urgencies.IsSuccess)
        {
            return Answer.Refusal(urgencies.Error);
        }

        var outgoing = new CareCommunicationSending(service.Schema, service.Writes.NewId).Of(
            communication, new ResourceSet([.. found, .. urgencies.Value.All]), sender.Value.All.FirstOrNull(), receiver.Value.All.FirstOrNull(),
            await PreviousAsync(dispatching, communication.Root.ReferenceIn("inResponseTo"), cancellationToken), service.Clock.GetUtcNow());
        return await dispatching.SendAsync(outgoing, cancellationToken);
    }

    private static async ValueTask<Message?> PreviousAsync(Dispatching dispatching, string? answered, CancellationToken cancellationToken)
    {
        if (answered is null || await dispatching.SetAsync(Outgoing.Sent(answered), cancellationToken) is not { IsSuccess: true } sent ||
            await dispatching.EnvelopeAsync(Outgoing.Latest(sent.Value, out _)?.Id, cancellationToken) is not { } envelope)
        {
            return null;
        }

        Message.Read(envelope, out var previous);
        return previous;
    }
}
