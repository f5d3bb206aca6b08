using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// transaction: all entries or none (http://hl7.org/fhir/R4/http.html#transaction). Identities are settled first, in the order delete, create, update; then
/// links are rewritten and everything is stored in one unit; reads and searches run last and see the result.
/// The entries are read, edited and indexed on all cores.
/// </summary>
internal static class Transaction
{
    // A Bundle with hundreds of faults does not need an outcome with all of them.
    private const int MaxIssues = 100;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, IncomingBundle bundle, CancellationToken cancellationToken)
    {
        var rewriting = new LinkRewriting(bundle, service.Schema);
        var planned = Plan(service, request, bundle, rewriting);
        if (!planned.IsSuccess)
        {
            return Answer.Refusal(planned.Error);
        }

        var entries = planned.Value;
        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var identities = await Identities.ResolveAsync(service, bundle, entries, rewriting, cancellationToken);
            if (!identities.IsSuccess)
            {
                return Answer.Refusal(identities.Error);
            }

            var operations = Prepare(service, entries, rewriting, identities.Value.Links);
            if (await JudgeAsync(service, bundle, entries, cancellationToken) is var ruled && !ruled.IsSuccess)
            {
                operations.ForEach(service.Writes.Recycle);
                return Answer.Refusal(ruled.Error);
            }

            var unit = new WriteUnit([.. operations, .. ruled.Value.Operations], [.. identities.Value.Preconditions, .. ruled.Value.Preconditions]);
            var pending = operations.Count == 0 ? Task.FromResult(WriteOutcome.Committed) : service.Store.WriteAsync(unit, cancellationToken);
            service.Writes.Recycle(unit);
            if (await pending == WriteOutcome.Committed)
            {
                return await AnswerAsync(service, request, entries, cancellationToken);
            }
        }

        return Answer.Refusal(Conflict.Busy());
    }

    // Reads requests and resources; every entry at fault is named.
    private static Result<PlannedEntry[]> Plan(FhirService service, FhirRequest request, IncomingBundle bundle, LinkRewriting rewriting)
    {
        var entries = new PlannedEntry?[bundle.Entries.Count];
        var errors = new FhirError?[entries.Length];
        OnAllCores(entries.Length, i =>
        {
            var entry = bundle.Entries[i];
            var asked = EntryRequest.Read(entry, request, service.Schema);
            if (!asked.IsSuccess)
            {
                errors[i] = asked.Error;
                return;
            }

            var planned = new PlannedEntry(entry, asked.Value);
            entries[i] = planned;
            if (asked.Value.Verb is not (HttpVerb.Post or HttpVerb.Put) || asked.Value.Route.Kind is not (RouteKind.Type or RouteKind.Instance))
            {
                return;
            }

            var resource = service.Writes.Read(asked.Value);
            if (resource.IsSuccess)
            {
                planned.Document = resource.Value.Document;
                planned.Findings = EntryFault.Place(resource.Value.Findings, entry, bundle.Source.Span, service.Schema);
                planned.Links = rewriting.Find(resource.Value.Document);
            }
            else
            {
                errors[i] = planned.Refuse(resource.Error, bundle, service.Schema);
            }
        });

        if (Array.Find(errors, error => error is not null) is { } first)
        {
            return new FhirError(first.Status, [.. errors.Where(error => error is not null).SelectMany(error => error!.Issues).Take(MaxIssues)]);
        }

        return entries!;
    }

    private static List<WriteOperation> Prepare(FhirService service, PlannedEntry[] entries, LinkRewriting rewriting, LinkTable links)
    {
        var writes = service.Writes;
        OnAllCores(entries.Length, i =>
        {
            var entry = entries[i];
            entry.Operation = null;
            entry.Stored = null;
            entry.RuleFindings = [];
            if (entry.IsRead || entry.ChangesNothing || entry.Id is null)
            {
                return;
            }

            var time = writes.Now(entry.Current);
            if (entry.Document is null)
            {
                entry.Operation = WritePreparation.Delete(entry.Request.Type, entry.Id, entry.Current!.Version, time);
                return;
            }

            var editor = new ResourceEditor(entry.Document);
            if (entry.Links is { } found)
            {
                rewriting.Apply(editor, found, links, entry.Entry.FullUrl);
            }

            var method = entry.Request.Verb == HttpVerb.Post ? VersionMethod.Post : VersionMethod.Put;
            entry.Operation = writes.Store(editor, entry.Request.Type, entry.Id, entry.Current?.Version ?? 0, time, method, out var stored);
            entry.Stored = stored;
        });

        var operations = new List<WriteOperation>(entries.Length);
        foreach (var entry in entries)
        {
            if (entry.Operation is { } operation)
            {
                operations.Add(operation);
            }
        }

        return operations;
    }

    // The rules of the field see the whole unit; what they find stands with the entry that it is about.
    private static async ValueTask<Result<RuledWrite>> JudgeAsync(FhirService service, IncomingBundle bundle, PlannedEntry[] entries, CancellationToken cancellationToken)
    {
        var written = Array.FindAll(entries, static entry => entry.Stored is not null);
        var changes = Array.ConvertAll(written, static entry => new RuledChange(entry.Current, entry.Stored!));
        if (!Array.Exists(changes, change => service.WriteRules.Concerns(change)))
        {
            return RuledWrite.Nothing;
        }

        var (outcome, refused) = await service.WriteRules.JudgeAllAsync(changes, cancellationToken);
        if (!outcome.IsSuccess)
        {
            return written[refused].Refuse(outcome.Error, bundle, service.Schema);
        }

        foreach (var told in outcome.Value.Findings.GroupBy(static finding => finding.Change))
        {
            var entry = written[told.Key];
            entry.RuleFindings = EntryFault.Place([.. told.Select(static finding => finding.Finding)], entry.Entry, bundle.Source.Span, service.Schema);
        }

        return outcome;
    }

    private static async ValueTask<Answer> AnswerAsync(FhirService service, FhirRequest request, PlannedEntry[] entries, CancellationToken cancellationToken)
    {
        using var response = new BundleWriter("transaction-response"u8);
        response.Links(("self", request.Base));
        foreach (var entry in entries)
        {
            using var answer = entry.IsRead || entry.Request.Route.Kind is not (RouteKind.Type or RouteKind.Instance)
                ? await Dispatch.RunAsync(service, entry.Request, cancellationToken)
                : Written(entry);
            response.ResponseEntry(request.Base, answer, request.Language);
        }

        return Answer.OfBundle(response.Finish());
    }

    private static Answer Written(PlannedEntry entry)
    {
        var request = entry.Request;
        if (request.Verb == HttpVerb.Delete)
        {
            var made = entry.Operation is { } deletion ? WritePreparation.Made(deletion) : entry.Current;
            return Delete.Done(request, made, made is null ? "delete-not-needed" : "deleted", $"{request.Type}/{entry.Id}");
        }

        if (entry.Operation is not { } operation)
        {
            return WriteAnswer.Of(request, StatusCodes.Status200OK, entry.Current!, "create-not-needed");
        }

        var existed = entry.Current is { IsDeleted: false };
        return WriteAnswer.Of(
            request, existed ? StatusCodes.Status200OK : StatusCodes.Status201Created, WritePreparation.Made(operation), existed ? "updated" : "created",
            entry.RuleFindings.Count == 0 ? entry.Findings : [.. entry.Findings, .. entry.RuleFindings]);
    }

    // Few entries are faster on one core than the start of the others.
    private static void OnAllCores(int count, Action<int> body)
    {
        if (count < 8)
        {
            for (var i = 0; i < count; i++)
            {
                body(i);
            }
        }
        else
        {
            Parallel.For(0, count, body);
        }
    }
}
