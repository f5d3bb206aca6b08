using System.Globalization;
using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Pathway;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary><c>Patient/[id]/$pathway</c>: a person's way through acute psychiatry in order of time, across sectors (OperationDefinition <c>psychacute-pathway</c>).</summary>
internal static class PathwayOperation
{
    /// <summary>Most resources of one person that are read.</summary>
    public const int MaxResources = 20_000;

    private const int DefaultCount = 1_000;
    private const int MaxCount = 10_000;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var answer = await AnswerAsync(service, request, call.Value, cancellationToken);
        await AccessTrail.RecordAsync(service, request, call.Value.Instance!.Address(), null, answer.Status, cancellationToken);
        return answer;
    }

    private static async ValueTask<Answer> AnswerAsync(FhirService service, FhirRequest request, OperationInput input, CancellationToken cancellationToken)
    {
        var persons = await PersonAsync(service, input.Instance!, cancellationToken);
        if (!persons.IsSuccess)
        {
            return Answer.Refusal(persons.Error);
        }

        var patients = persons.Value.Select(static person => person.Address()!).ToList();
        var asked = Read(input, patients, service.Clock.GetUtcNow(), request.Language);
        if (!asked.IsSuccess)
        {
            return Answer.Refusal(asked.Error);
        }

        var masking = ReaderView.Read(input);
        if (!masking.IsSuccess)
        {
            return Answer.Refusal(masking.Error);
        }

        var gathered = await GatherAsync(service, persons.Value, patients, masking.Value.Reader, cancellationToken);
        if (!gathered.IsSuccess)
        {
            return Answer.Refusal(gathered.Error);
        }

        var pathway = PatientPathway.Of(gathered.Value, asked.Value, service.Rules);
        if (asked.Value.UpTo is { } detention && pathway.LeadUps.Count == 0)
        {
            return Answer.Refusal(Refuse("up-to", StatusCodes.Status422UnprocessableEntity, IssueCode.BusinessRule, "pathway.no-detention", detention));
        }

        var offset = Number(input, "offset", 0, int.MaxValue, 0);
        var count = Number(input, "count", 0, MaxCount, DefaultCount);
        if (!offset.IsSuccess || !count.IsSuccess)
        {
            return Answer.Refusal(offset.Error ?? count.Error!);
        }

        var view = masking.Value.Over(service, gathered.Value, request.Language);
        var page = new PathwayPage(request.Base, view, offset.Value, count.Value, input.Text("with-resources") != "false");
        return Answer.Unstored(PathwayAnswer.Write(pathway, gathered.Value, page), null);
    }

    // The record asked for and those linked with it, in whatever direction (R4 Patient.link).
    private static async ValueTask<Result<List<ResourceDocument>>> PersonAsync(FhirService service, ResourceDocument first, CancellationToken cancellationToken)
    {
        var records = new List<ResourceDocument> { first };
        var known = new HashSet<string>(StringComparer.Ordinal) { first.Address()! };
        for (var index = 0; index < records.Count; index++)
        {
            var linked = new List<ResourceDocument>();
            foreach (var address in PathwayQuestion.LinkedFrom(records[index]))
            {
                if (!known.Contains(address) && await service.Gather.ReadAsync(address, cancellationToken) is { } other)
                {
                    linked.Add(other);
                }
            }

            var back = await service.Gather.SetAsync(MaxResources, cancellationToken, PathwayQuestion.LinkedTo(records[index].Address()!));
            if (!back.IsSuccess)
            {
                return back.Error;
            }

            foreach (var record in linked.Concat(back.Value.All))
            {
                if (known.Add(record.Address()!))
                {
                    records.Add(record);
                }
            }

            if (records.Count > PathwayQuestion.MaxRecords)
            {
                return Refuse("Patient.link", StatusCodes.Status422UnprocessableEntity, IssueCode.TooCostly, "pathway.too-many-records", PathwayQuestion.MaxRecords);
            }
        }

        return records;
    }

    private static async ValueTask<Result<ResourceSet>> GatherAsync(
        FhirService service, List<ResourceDocument> persons, List<string> patients, string? reader, CancellationToken cancellationToken)
    {
        var about = await service.Gather.SetAsync(MaxResources, cancellationToken, PathwayQuestion.About(patients));
        if (!about.IsSuccess)
        {
            return about.Error;
        }

        return await PlacesAsync(service, new ResourceSet([.. persons, .. about.Value.All]), reader, cancellationToken);
    }

    /// <summary>A set with the places and people that it names.</summary>
    /// <param name="service">The server.</param>
    /// <param name="set">What has been gathered.</param>
    /// <param name="also">Another address that is wanted; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async ValueTask<Result<ResourceSet>> PlacesAsync(FhirService service, ResourceSet set, string? also, CancellationToken cancellationToken)
    {
        if (also is not null && await service.Gather.ReadAsync(also, cancellationToken) is { } reader)
        {
            set = new ResourceSet([.. set.All, reader]);
        }

        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < PathwayQuestion.MaxRounds && PathwayQuestion.Missing(set, asked) is { Count: > 0 } missing; round++)
        {
            var more = await service.Gather.SetAsync(MaxResources, cancellationToken, missing);
            if (!more.IsSuccess)
            {
                return more.Error;
            }

            set = new ResourceSet([.. set.All, .. more.Value.All]);
        }

        return set;
    }

    private static Result<PathwayRequest> Read(OperationInput input, List<string> patients, DateTimeOffset now, Language language)
    {
        var asked = new PathwayRequest(patients, now, language)
        {
            Kinds = [.. input.Texts("kind").SelectMany(static text => text.Split(','))],
            Sectors = [.. input.Texts("sector").SelectMany(static text => text.Split(','))],
            UpTo = ReaderView.Reference(input, "up-to"),
        };
        foreach (var (name, system, codes) in new[] { ("kind", "pathway-kind", asked.Kinds), ("sector", "sector", asked.Sectors) })
        {
            if (codes.FirstOrDefault(code => GuideCodes.Text(Guide.Codes(system), code) is null) is { } unknown)
            {
                return Refuse(name, StatusCodes.Status400BadRequest, IssueCode.CodeInvalid, "pathway.unknown-code", unknown, Guide.Codes(system));
            }
        }

        foreach (var name in (ReadOnlySpan<string>)["from", "to", "at"])
        {
            if (input.Text(name) is not { } text)
            {
                continue;
            }

            if (!DateRange.TryParse(text, DanishTime.Zone, out var range))
            {
                return Refuse(name, StatusCodes.Status400BadRequest, IssueCode.Value, "pathway.no-time", text);
            }

            asked = name switch { "from" => asked with { From = range.From }, "to" => asked with { To = range.To }, _ => asked with { At = range.From } };
        }

        return asked.From is { } from && asked.To is { } to && from >= to ? Refuse("to", StatusCodes.Status400BadRequest, IssueCode.Value, "pathway.no-window") : asked;
    }

    private static Result<int> Number(OperationInput input, string name, int least, int most, int otherwise) =>
        input.Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : Refuse(name, StatusCodes.Status400BadRequest, IssueCode.Value, "pathway.no-number", text, least, most);

    private static FhirError Refuse(string where, int status, string code, string id, params object[] arguments) =>
        new(status, PsychiatryMessages.Error(code, id, arguments) with { Expression = where });
}
