using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Messaging;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary>What sending a message of either kind has in common: parties, holding it against its profile, storing that it was sent.</summary>
internal sealed class Dispatching(FhirService service, FhirRequest request)
{
    private const int MaxGathered = 1_000;

    /// <summary>The organisation that a parameter names by reference or by SOR, GLN or municipality code; null when it names none.</summary>
    public async ValueTask<Result<ResourceSet>> OrganizationAsync(OperationInput input, string name, CancellationToken cancellationToken)
    {
        var value = input.Value(name);
        var reference = value.Exists ? value.ChildValue("reference") : input.Text(name);
        if (reference is null)
        {
            return new ResourceSet([]);
        }

        var organization = reference.StartsWith("Organization/", StringComparison.Ordinal) ? await service.Gather.ReadAsync(reference, cancellationToken) : null;
        return organization is null
            ? FhirError.At(name, StatusCodes.Status422UnprocessableEntity, IssueCode.NotFound, "reference-unresolved", "Organization")
            : new ResourceSet([organization]);
    }

    /// <summary>Resources by their addresses; those that are not here are left out.</summary>
    public async ValueTask<List<ResourceDocument>> ReadAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var found = new List<ResourceDocument>();
        foreach (var address in addresses.Distinct(StringComparer.Ordinal).Take(MaxGathered))
        {
            if (await service.Gather.ReadAsync(address, cancellationToken) is { } resource)
            {
                found.Add(resource);
            }
        }

        return found;
    }

    /// <summary>What a search finds; nothing where there is none to run.</summary>
    public async ValueTask<Result<ResourceSet>> SetAsync(Gathering? gathering, CancellationToken cancellationToken) =>
        gathering is null ? new ResourceSet([]) : await service.Gather.SetAsync(MaxGathered, cancellationToken, gathering);

    /// <summary>The stored envelope of a header; null where it is not here.</summary>
    public async ValueTask<ResourceDocument?> EnvelopeAsync(string? headerId, CancellationToken cancellationToken) =>
        headerId is not null && await SetAsync(MessageStorage.EnvelopeOf(headerId), cancellationToken) is { IsSuccess: true, Value.All: [var envelope, ..] } ? envelope : null;

    /// <summary>Whether a message was answered by an acknowledgement that will never turn into an acceptance.</summary>
    public async ValueTask<bool> WasRefusedAsync(string headerId, CancellationToken cancellationToken) =>
        await SetAsync(MessageStorage.AnswersTo(headerId), cancellationToken) is { IsSuccess: true } answers &&
        answers.Value.OfType("MessageHeader").Any(static answer => answer.Root.Child("response") is { Exists: true } response && response.ChildValue("code") == "fatal-error");

    /// <summary>Holds a message made here against its profile and stores that it is sent.</summary>
    public async ValueTask<Answer> SendAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.Bundle is not { } bundle)
        {
            return Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, outgoing.Issues));
        }

        // What was stored before a rule came, or without a profile, may make a message that nobody would take.
        var wrong = service.Validation.Check(bundle, []).Where(static finding => finding.Severity <= IssueSeverity.Error).Select(static finding => finding.ToOutcome()).ToList();
        if (wrong.Count > 0)
        {
            return Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, wrong));
        }

        Message.Read(bundle, out var message);
        var transaction = new MessageStorage(service.Schema, service.Writes.NewId).Sent(message!, new Dictionary<Element, string>());
        return await OwnTransaction.RunAsync(service, request, transaction, cancellationToken) is { } error ? Answer.Refusal(error) : Answer.Unstored(bundle.Bytes, null);
    }
}
