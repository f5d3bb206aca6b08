using System.Collections.Frozen;
using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Writing;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Asks the rules of the field about what is written (DESIGN 6: between the profiles and the store) and prepares what they store along, in the same unit. Types without a rule
/// cost one look at a table; of types with one, only what claims the rule's profile costs more. Safe for any number of threads.
/// </summary>
internal sealed class WriteRules(FhirService service, IReadOnlyList<IWriteRule> rules)
{
    // A rule asks for the few resources around one change.
    private const int MaxGathered = 2_000;

    private readonly FrozenDictionary<string, Concern[]> concerns = rules
        .GroupBy(static rule => rule.Type, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Select(static rule => new Concern(rule, Encoding.UTF8.GetBytes(rule.Profile))).ToArray(), StringComparer.Ordinal);

    /// <summary>Whether a change has to be judged at all.</summary>
    public bool Concerns(in RuledChange change)
    {
        if (change.Told is not null || change.Along is { Count: > 0 })
        {
            return true;
        }

        if (!concerns.TryGetValue(change.Stored.Type.Name, out var found))
        {
            return false;
        }

        foreach (var concern in found)
        {
            if (concern.IsAbout(change))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Judges one change.</summary>
    /// <returns>What is stored along and told; the refusal, 422 or 403.</returns>
    public async ValueTask<Result<RuledWrite>> JudgeAsync(RuledChange change, CancellationToken cancellationToken) =>
        Concerns(change) ? (await JudgeAllAsync([change], cancellationToken)).Outcome : RuledWrite.Nothing;

    /// <summary>Judges the changes of one unit.</summary>
    /// <returns>What is stored along and told, or the refusal of the first change that a rule refuses, 422 or 403, with its place.</returns>
    public async ValueTask<(Result<RuledWrite> Outcome, int RefusedChange)> JudgeAllAsync(IReadOnlyList<RuledChange> changes, CancellationToken cancellationToken)
    {
        var ruled = new RuledWrite();
        ResourceSet? unit = null;
        for (var i = 0; i < changes.Count; i++)
        {
            if (!Concerns(changes[i]))
            {
                continue;
            }

            // Gathered once, however many of a great unit's changes are judged.
            unit ??= new ResourceSet(changes.Select(static change => change.Stored));
            if (await JudgeAsync(i, changes[i], unit, ruled, cancellationToken) is { } refusal)
            {
                return (refusal, i);
            }
        }

        return (ruled, -1);
    }

    private async ValueTask<FhirError?> JudgeAsync(int place, RuledChange asked, ResourceSet unit, RuledWrite ruled, CancellationToken cancellationToken)
    {
        var told = asked.Told is null ? null : ToldProvenance.Complete(asked.Told, asked.Stored, service.Writes.Now());
        if (told is not null && ToldProvenance.Check(service, told) is { } wrong)
        {
            return wrong;
        }

        foreach (var companion in asked.Along ?? [])
        {
            if (await AddAsync(companion, unit, ruled, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        var isToldStored = told is not null;
        foreach (var concern in concerns.GetValueOrDefault(asked.Stored.Type.Name, []))
        {
            if (!concern.IsAbout(asked))
            {
                continue;
            }

            var before = asked.Current is { IsDeleted: false } current ? service.Gather.Parse(current) : null;
            var change = new WriteChange(before, asked.Stored, service.Writes.Now()) { Told = told };
            var known = await KnowAsync(concern.Rule, change, unit, cancellationToken);
            if (!known.IsSuccess)
            {
                return known.Error;
            }

            var judgement = concern.Rule.Judge(change, known.Value);
            if (judgement.Findings.Any(static finding => finding.Severity <= IssueSeverity.Error))
            {
                var isForbidden = judgement.Findings.All(static finding => finding.Severity > IssueSeverity.Error || finding.Code == IssueCode.Forbidden);
                return new FhirError(isForbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity, judgement.Findings);
            }

            ruled.Findings.AddRange(judgement.Findings.Select(finding => (place, finding)));
            foreach (var companion in judgement.Companions)
            {
                isToldStored &= companion.Resource.Type.Name != "Provenance";
                if (await AddAsync(companion, unit, ruled, cancellationToken) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        if (isToldStored)
        {
            ruled.Operations.Add(New(told!));
        }

        return null;
    }

    private async ValueTask<Result<ResourceSet>> KnowAsync(IWriteRule rule, WriteChange change, ResourceSet unit, CancellationToken cancellationToken)
    {
        var known = unit;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < WriteChange.MaxRounds; round++)
        {
            var wanted = rule.Needs(change, known).Where(gathering => asked.Add(Name(gathering))).ToList();
            if (wanted.Count == 0)
            {
                break;
            }

            var found = await service.Gather.SetAsync(MaxGathered, cancellationToken, wanted);
            if (!found.IsSuccess)
            {
                return found.Error;
            }

            // Of one address the first counts: the unit's own version goes before the stored one.
            known = new ResourceSet([.. known.All, .. found.Value.All]);
        }

        return known;
    }

    private async ValueTask<FhirError?> AddAsync(Companion companion, ResourceSet unit, RuledWrite ruled, CancellationToken cancellationToken)
    {
        var resource = companion.Resource;
        if (resource.Id is { } id)
        {
            // What the writer changes in the same unit is the writer's.
            var version = 0L;
            if (unit.Find($"{resource.Type.Name}/{id}") is null
                && (resource.VersionId is null || long.TryParse(resource.VersionId, System.Globalization.CultureInfo.InvariantCulture, out version)))
            {
                ruled.Operations.Add(service.Writes.Store(new ResourceEditor(resource), resource.Type.Name, id, version, service.Writes.Now(), VersionMethod.Put));
            }

            return null;
        }

        if (companion.Identifier is { } identifier)
        {
            var match = await Condition.MatchAsync(service, resource.Type.Name, QueryParameters.Empty.With("identifier", identifier), "identifier", cancellationToken);
            if (!match.IsSuccess)
            {
                return match.Error.Status == StatusCodes.Status412PreconditionFailed ? null : match.Error;
            }

            if (match.Value.Only is not null)
            {
                return null;
            }

            ruled.Preconditions.Add(match.Value.Precondition);
        }

        ruled.Operations.Add(New(resource));
        return null;
    }

    private WriteOperation New(ResourceDocument resource) =>
        service.Writes.Store(new ResourceEditor(resource), resource.Type.Name, service.Writes.NewId(), 0, service.Writes.Now(), VersionMethod.Post);

    private static string Name(Gathering gathering) => $"{gathering.Type}?{string.Join('&', gathering.Query)}";

    private sealed record Concern(IWriteRule Rule, byte[] Profile)
    {
        // The text tells most versions that do not claim the profile without reading them.
        public bool IsAbout(in RuledChange change) =>
            change.Stored.Claims(Rule.Profile) || (change.Current is { IsDeleted: false } current && current.Content.Span.IndexOf(Profile) >= 0);
    }
}
