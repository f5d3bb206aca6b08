namespace FhirPsychAcute.Server;

/// <summary>
/// batch: entries that succeed or fail each on its own; a transaction goes its own way (http://hl7.org/fhir/R4/http.html#transaction).
/// </summary>
internal static class Batch
{
    // Entries of a batch do not depend on each other, so several wait for the same commit.
    private const int EntriesAtOnce = 16;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var bundle = BundleReader.Read(request.Body, service.Schema, service.Writes.Limits);
        return !bundle.IsSuccess ? Answer.Refusal(bundle.Error)
            : bundle.Value.IsTransaction ? await Transaction.RunAsync(service, request, bundle.Value, cancellationToken)
            : await RunAsync(service, request, bundle.Value, cancellationToken);
    }

    private static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, IncomingBundle bundle, CancellationToken cancellationToken)
    {
        var answers = new Answer[bundle.Entries.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = EntriesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(bundle.Entries, parallel, async (entry, cancellation) =>
            answers[entry.Index] = await RunEntryAsync(service, request, bundle, entry, cancellation));

        using var response = new BundleWriter("batch-response"u8);
        response.Links(("self", request.Base));
        foreach (var answer in answers)
        {
            using (answer)
            {
                response.ResponseEntry(request.Base, answer, request.Language);
            }
        }

        return Answer.OfBundle(response.Finish());
    }

    private static async ValueTask<Answer> RunEntryAsync(
        FhirService service, FhirRequest outer, IncomingBundle bundle, IncomingEntry entry, CancellationToken cancellationToken)
    {
        var request = EntryRequest.Read(entry, outer, service.Schema);
        if (!request.IsSuccess)
        {
            return Answer.Refusal(request.Error);
        }

        var answer = await Dispatch.RunAsync(service, request.Value, cancellationToken);
        return answer is { IsSuccess: false, Issues: { } issues }
            ? Answer.Refusal(EntryFault.Place(new FhirError(answer.Status, issues), entry, bundle.Source.Span, service.Schema))
            : answer;
    }
}
