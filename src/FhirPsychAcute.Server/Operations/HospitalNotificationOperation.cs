using FhirPsychAcute.Psychiatry.Messaging;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>Encounter/[id]/$hospital-notification</c>: the message to the municipality that a stay has begun, is interrupted or has ended, as MedCom publishes it. Nothing
/// psychiatric is in it. Asked again while the stay is unchanged it revises what was told before.
/// </summary>
internal static class HospitalNotificationOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var input = await OperationCall.ReadAsync(service, request, cancellationToken);
        if (!input.IsSuccess)
        {
            return Answer.Refusal(input.Error);
        }

        var dispatching = new Dispatching(service, request);
        var stay = input.Value.Instance!;
        var (sender, receiver) = (await dispatching.OrganizationAsync(input.Value, "sender", cancellationToken), await dispatching.OrganizationAsync(input.Value, "receiver", cancellationToken));
        var sent = await dispatching.SetAsync(Outgoing.Sent(stay.Address()!), cancellationToken);
        if ((sender.Error ?? receiver.Error ?? sent.Error) is { } error)
        {
            return Answer.Refusal(error);
        }

        var patient = stay.Root.ReferenceIn("subject") is { } subject ? await service.Gather.ReadAsync(subject, cancellationToken) : null;
        var municipality = patient is null ? null : HospitalNotificationSending.Municipality(patient);
        var homes = await dispatching.SetAsync(receiver.Value.All.Count > 0 ? null : municipality, cancellationToken);
        if (!homes.IsSuccess)
        {
            return Answer.Refusal(homes.Error);
        }

        var hospital = sender.Value.All.FirstOrNull() ??
            (stay.Root.ReferenceIn("serviceProvider") is { } provider ? await service.Gather.ReadAsync(provider, cancellationToken) : null);
        var last = Outgoing.Latest(sent.Value, out var lastActivity);
        return await dispatching.SendAsync(
            new HospitalNotificationSending(service.Schema, service.Writes.NewId).Of(
                stay, patient, hospital, receiver.Value.All.FirstOrNull() ?? homes.Value.All.FirstOrNull(), input.Value.Text("episode"), lastActivity, last?.Id, service.Clock.GetUtcNow()),
            cancellationToken);
    }
}
