using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What a transaction's entries turned out to be about.</summary>
/// <param name="Links">What links come to point at.</param>
/// <param name="Preconditions">Searches whose outcome must still hold when the unit is written.</param>
internal sealed record ResolvedIdentities(LinkTable Links, IReadOnlyList<WritePrecondition> Preconditions);

/// <summary>
/// Settles which resource each entry of a transaction is about: ids given, ids found by a search, new ids. No resource may be meant twice
/// (http://hl7.org/fhir/R4/http.html#trules). Then conditional references are resolved.
/// </summary>
internal sealed class Identities
{
    private readonly FhirService service;
    private readonly IncomingBundle bundle;
    private readonly PlannedEntry[] entries;
    private readonly LinkTable links = new();
    private readonly List<WritePrecondition> preconditions = [];
    private readonly Dictionary<(string Type, string Id), int> written = [];
    private readonly HashSet<(string Type, string Query)> creates = [];

    private Identities(FhirService service, IncomingBundle bundle, PlannedEntry[] entries)
    {
        this.service = service;
        this.bundle = bundle;
        this.entries = entries;
    }

    /// <summary>Settles the identities and sets <see cref="PlannedEntry.Id"/>, <see cref="PlannedEntry.Current"/> and <see cref="PlannedEntry.ChangesNothing"/>.</summary>
    public static async ValueTask<Result<ResolvedIdentities>> ResolveAsync(
        FhirService service, IncomingBundle bundle, PlannedEntry[] entries, LinkRewriting rewriting, CancellationToken cancellationToken)
    {
        var identities = new Identities(service, bundle, entries);
        ReadOnlyMemory<HttpVerb> order = new[] { HttpVerb.Delete, HttpVerb.Post, HttpVerb.Put };
        for (var step = 0; step < order.Length; step++)
        {
            foreach (var entry in entries)
            {
                if (entry.Request.Verb == order.Span[step] && await identities.SettleAsync(entry, cancellationToken) is { } error)
                {
                    return entry.Refuse(error, bundle, service.Schema);
                }
            }
        }

        foreach (var entry in entries)
        {
            if (entry.IsRead && await identities.CheckReadAsync(entry, cancellationToken) is { } error)
            {
                return entry.Refuse(error, bundle, service.Schema);
            }
        }

        return await identities.ResolveConditionsAsync(rewriting, cancellationToken) is { } unresolved
            ? unresolved
            : new ResolvedIdentities(identities.links, identities.preconditions);
    }

    private async ValueTask<FhirError?> SettleAsync(PlannedEntry entry, CancellationToken cancellationToken)
    {
        var request = entry.Request;
        if (request.Route.Kind is not (RouteKind.Type or RouteKind.Instance))
        {
            return null;
        }

        var error = request.Verb switch
        {
            HttpVerb.Delete => await SettleDeleteAsync(entry, cancellationToken),
            HttpVerb.Post => await SettleCreateAsync(entry, cancellationToken),
            _ => await SettleUpdateAsync(entry, cancellationToken),
        };
        if (error is not null || entry.Id is null)
        {
            return error;
        }

        if (!entry.ChangesNothing && !written.TryAdd((request.Type, entry.Id), entry.Entry.Index))
        {
            return FhirError.Of(
                StatusCodes.Status400BadRequest, IssueCode.Duplicate, "entry-duplicate", $"{request.Type}/{entry.Id}", written[(request.Type, entry.Id)]);
        }

        // R4 bdl-7: a fullUrl stands for one resource, or links to it would be ambiguous.
        return entry.Entry.FullUrl is { } fullUrl && request.Verb != HttpVerb.Delete && !links.TryAdd(fullUrl, $"{request.Type}/{entry.Id}")
            ? FhirError.At($"{BundlePath.Entry(entry.Entry.Index)}.fullUrl", StatusCodes.Status400BadRequest, IssueCode.Duplicate, "entry-duplicate-full-url")
            : null;
    }

    private async ValueTask<FhirError?> SettleCreateAsync(PlannedEntry entry, CancellationToken cancellationToken)
    {
        var request = entry.Request;
        entry.ChangesNothing = false;
        entry.Current = null;
        if (request.IfNoneExist is { } query)
        {
            if (!creates.Add((request.Type, query)))
            {
                return FhirError.At("If-None-Exist", StatusCodes.Status400BadRequest, IssueCode.Duplicate, "entry-duplicate-condition");
            }

            var match = await Condition.MatchAsync(service, request.Type, query, "If-None-Exist", cancellationToken);
            if (!match.IsSuccess)
            {
                return match.Error;
            }

            preconditions.Add(match.Value.Precondition);
            if (match.Value.Only is { } found)
            {
                (entry.Id, entry.Current, entry.ChangesNothing) = (found.Id, found, true);
                return null;
            }
        }

        entry.Id = service.Writes.NewId();
        return null;
    }

    private async ValueTask<FhirError?> SettleUpdateAsync(PlannedEntry entry, CancellationToken cancellationToken)
    {
        var request = entry.Request;
        if (request.Route.Kind == RouteKind.Instance)
        {
            if (Update.CheckId(entry.Document!, request.Type, request.Id) is { } wrong)
            {
                return wrong;
            }

            entry.Id = request.Id;
        }
        else
        {
            var match = await Condition.MatchAsync(service, request.Type, request.Query, "url", cancellationToken);
            if (!match.IsSuccess)
            {
                return match.Error;
            }

            preconditions.Add(match.Value.Precondition);
            var target = await ConditionalUpdate.TargetAsync(service, request.Type, entry.Document!.Id, match.Value.Only, cancellationToken);
            if (!target.IsSuccess)
            {
                return target.Error;
            }

            entry.Id = target.Value.Length == 0 ? service.Writes.NewId() : target.Value;
        }

        entry.Current = await service.Store.ReadAsync(request.Type, entry.Id, cancellationToken);
        if (request.IfNoneMatch?.Trim() is "*" && entry.Current is { IsDeleted: false })
        {
            return FhirError.At("If-None-Match", StatusCodes.Status412PreconditionFailed, IssueCode.Conflict, "if-none-match-exists");
        }

        return Conflict.CheckIfMatch(request.IfMatch, entry.Current, "If-Match");
    }

    private async ValueTask<FhirError?> SettleDeleteAsync(PlannedEntry entry, CancellationToken cancellationToken)
    {
        var request = entry.Request;
        entry.Id = request.Route.Id;
        if (entry.Id is null)
        {
            var match = await Condition.MatchAsync(service, request.Type, request.Query, "url", cancellationToken);
            if (!match.IsSuccess)
            {
                return match.Error;
            }

            preconditions.Add(match.Value.Precondition);
            entry.Id = match.Value.Only?.Id;
        }

        entry.Current = entry.Id is null ? null : await service.Store.ReadAsync(request.Type, entry.Id, cancellationToken);
        entry.ChangesNothing = entry.Current is null or { IsDeleted: true };
        return Conflict.CheckIfMatch(request.IfMatch, entry.Current, "If-Match");
    }

    // Reads run after the commit, when nothing can be refused any more: so what would fail is found before.
    private async ValueTask<FhirError?> CheckReadAsync(PlannedEntry entry, CancellationToken cancellationToken)
    {
        var request = entry.Request;
        switch (request.Route.Kind)
        {
            case RouteKind.Instance when written.TryGetValue((request.Type, request.Id), out var writer):
                return entries[writer].Request.Verb == HttpVerb.Delete
                    ? FhirError.Of(StatusCodes.Status400BadRequest, IssueCode.Deleted, "resource-deleted", $"{request.Type}/{request.Id}")
                    : null;
            case RouteKind.Instance:
                return await service.Store.ReadAsync(request.Type, request.Id, cancellationToken) is { IsDeleted: false }
                    ? null
                    : FhirError.Of(StatusCodes.Status404NotFound, IssueCode.NotFound, "resource-unknown", $"{request.Type}/{request.Id}");
            case RouteKind.Type or RouteKind.Base or RouteKind.Compartment:
                return service.Search.Check(request);
            default:
                return null;
        }
    }

    private async ValueTask<FhirError?> ResolveConditionsAsync(LinkRewriting rewriting, CancellationToken cancellationToken)
    {
        var resolved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Links is null || entry.ChangesNothing)
            {
                continue;
            }

            foreach (var (element, text) in rewriting.Conditions(entry.Links))
            {
                if (!resolved.Add(text))
                {
                    continue;
                }

                var target = await ResolveConditionAsync(element.Path, text, cancellationToken);
                if (!target.IsSuccess)
                {
                    return entry.Refuse(target.Error, bundle, service.Schema);
                }

                links.AddCondition(text, target.Value);
            }
        }

        return null;
    }

    private async ValueTask<Result<string>> ResolveConditionAsync(string where, string reference, CancellationToken cancellationToken)
    {
        LinkTable.IsCondition(reference, service.Schema, out var type, out var query);
        var match = await Condition.MatchAsync(service, type, query, where, cancellationToken);
        if (!match.IsSuccess)
        {
            return match.Error;
        }

        preconditions.Add(match.Value.Precondition);
        var candidates = EntriesWithIdentifier(type, query);
        if (match.Value.Only is { } found && !written.ContainsKey((type, found.Id)))
        {
            candidates.Add(found.Id);
        }

        return candidates.Count switch
        {
            1 => $"{type}/{candidates[0]}",
            0 => FhirError.At(where, StatusCodes.Status400BadRequest, IssueCode.NotFound, "reference-unresolved", type),
            _ => FhirError.At(where, StatusCodes.Status412PreconditionFailed, IssueCode.MultipleMatches, "condition-many", type),
        };
    }

    // Conditional references are resolved last, so they also find what the same transaction writes; the store cannot see that yet. An identifier, the form
    // that such references have in practice, is looked for here.
    private List<string> EntriesWithIdentifier(string type, string query)
    {
        var ids = new List<string>();
        var parameters = QueryParameters.Parse(query);
        if (!parameters.IsSuccess || parameters.Value.Items is not [{ Key: "identifier", Value: var token }])
        {
            return ids;
        }

        var bar = token.IndexOf('|', StringComparison.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Document is not { } document || entry.ChangesNothing || entry.Request.Type != type)
            {
                continue;
            }

            foreach (var identifier in document.Root.ChildrenNamed("identifier"))
            {
                var value = identifier.ChildValue("value");
                if (bar < 0 ? value == token : value == token[(bar + 1)..] && (identifier.ChildValue("system") ?? "") == token[..bar])
                {
                    ids.Add(entry.Id!);
                    break;
                }
            }
        }

        return ids;
    }
}
