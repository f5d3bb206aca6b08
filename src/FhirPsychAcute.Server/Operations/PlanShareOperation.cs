using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Pathway;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Sharing;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>CarePlan/[id]/$koordinationsplan-share</c>: hands a plan to its parties (OperationDefinition <c>psychacute-koordinationsplan-share</c>). Messages, Provenance and AuditEvent are
/// stored together or not at all; the same version goes to the same party once, however often and by whomever it is asked.
/// </summary>
internal static class PlanShareOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var plan = call.Value.Instance!;
        var patient = plan.Root.ReferenceIn("subject");
        var (answer, isRecorded) = await ShareAsync(service, request, call.Value, plan, patient, cancellationToken);
        if (!isRecorded)
        {
            await AccessTrail.RecordAsync(service, request, patient, plan.Address(), answer.Status, cancellationToken);
        }

        return answer;
    }

    private static async ValueTask<(Answer Answer, bool IsRecorded)> ShareAsync(
        FhirService service, FhirRequest request, OperationInput input, ResourceDocument plan, string? patient, CancellationToken cancellationToken)
    {
        var masking = ReaderView.Read(input);
        if (!masking.IsSuccess)
        {
            return (Answer.Refusal(masking.Error), false);
        }

        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var now = service.Clock.GetUtcNow();
            var gathered = await GatherAsync(service, plan, cancellationToken);
            if (!gathered.IsSuccess)
            {
                return (Answer.Refusal(gathered.Error), false);
            }

            var (sharing, refusal) = PlanSharing.Decide(Read(input, plan, now, request), gathered.Value, service.Rules);
            if (sharing is null)
            {
                return (Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, refusal!)), false);
            }

            if (sharing.Decisions.All(static decision => decision.Refusal is not null))
            {
                return (Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, ShareAnswer.Refusals(sharing))), false);
            }

            var prepared = await PrepareAsync(service, request, sharing, gathered.Value, cancellationToken);
            if (prepared.Operations.Count == 0)
            {
                return (Write(service, request, sharing, prepared, gathered.Value, masking.Value), false);
            }

            prepared.Operations.Add(AccessTrail.Event(service, request, patient, plan.Address(), StatusCodes.Status200OK));
            var pending = service.Store.WriteAsync(new WriteUnit(prepared.Operations, prepared.Preconditions), cancellationToken);
            foreach (var operation in prepared.Operations)
            {
                service.Writes.Recycle(operation);
            }

            if (await pending == WriteOutcome.Committed)
            {
                return (Write(service, request, sharing, prepared, gathered.Value, masking.Value), true);
            }
        }

        return (Answer.Refusal(Conflict.Busy()), false);
    }

    private static PlanShareRequest Read(OperationInput input, ResourceDocument plan, DateTimeOffset now, FhirRequest request) => new(plan, now, request.Language)
    {
        Basis = input.Text("legal-basis"),
        Necessity = input.Text("necessity"),
        Recipients =
        [
            .. input.Parts("recipient").Select(static part => part.Child("value") is { Exists: true, Type.Name: "Reference" } reference ? reference.ChildValue("reference") : null).OfType<string>(),
            .. input.Texts("recipient"),
        ],
        Actor = ReaderView.Reference(input, "actor") is { Length: > 0 } actor ? actor : null,
    };

    private static async ValueTask<Result<ResourceSet>> GatherAsync(FhirService service, ResourceDocument plan, CancellationToken cancellationToken)
    {
        var needs = await service.Gather.SetAsync(PathwayOperation.MaxResources, cancellationToken, PlanSharing.Needs(plan));
        return needs.IsSuccess ? await PathwayOperation.PlacesAsync(service, new ResourceSet([plan, .. needs.Value.All]), null, cancellationToken) : needs.Error;
    }

    // The messages that are not there yet, and what must hold so that nobody else sends them meanwhile.
    private static async ValueTask<Prepared> PrepareAsync(FhirService service, FhirRequest request, PlanSharing sharing, ResourceSet resources, CancellationToken cancellationToken)
    {
        var prepared = new Prepared();
        var sectors = new Sectors(service.Rules, resources);
        var plan = sharing.Request.Plan;
        var author = sharing.Request.Actor ?? plan.Root.ReferenceIn("author");
        var sender = sectors.Of(author).Organization ?? sectors.Of(plan.Root.ReferenceIn("author")).Organization ?? author!;
        var sent = new List<(ShareDecision Decision, string Address)>();
        foreach (var decision in sharing.Decisions.Where(static decision => decision.Refusal is null))
        {
            var gathering = new Gathering("Communication", ("identifier", $"{PlanHandover.System}|{PlanHandover.Key(plan, decision.Party)}"));
            var before = await service.Gather.SetAsync(PathwayOperation.MaxResources, cancellationToken, gathering);
            if (before.IsSuccess && before.Value.All is [var known, ..])
            {
                prepared.Handed.Add(new Handed(decision, known, IsNew: false));
                continue;
            }

            // What is handed outside of the hospital names no staff, whatever the caller may see.
            var view = ReaderView.Over(service, resources, Language.Danish, decision.Party.Actor.Sector == "hospital" ? "none" : "staff");
            var message = Store(service, PlanHandover.Message(sharing, decision, sender, view), prepared);
            prepared.Preconditions.Add(new WritePrecondition(service.Search.Gather(gathering, null), []));
            prepared.Handed.Add(new Handed(decision, message, IsNew: true));
            sent.Add((decision, $"{message.Address()}/_history/1"));
        }

        if (sent.Count > 0)
        {
            prepared.Stored.Add(Store(service, PlanHandover.Provenance(sharing, sent, request.Provenance, service.Clock.GetUtcNow()), prepared));
        }

        return prepared;
    }

    private static ResourceDocument Store(FhirService service, ResourceDocument resource, Prepared prepared)
    {
        var operation = service.Writes.Store(new ResourceEditor(resource), resource.Type.Name, service.Writes.NewId(), 0, service.Writes.Now(), VersionMethod.Post);
        prepared.Operations.Add(operation);
        return ResourceDocument.Parse(operation.Content, service.Schema).Document!;
    }

    private static Answer Write(FhirService service, FhirRequest request, PlanSharing sharing, Prepared prepared, ResourceSet resources, ReaderView masking)
    {
        var view = masking.Over(service, new ResourceSet([.. resources.All, .. prepared.Stored]), request.Language);
        return Answer.Unstored(ShareAnswer.Write(sharing, prepared.Handed, [sharing.Request.Plan, .. prepared.Stored], view, request.Base), null);
    }

    private sealed class Prepared
    {
        public List<WriteOperation> Operations { get; } = [];

        public List<WritePrecondition> Preconditions { get; } = [];

        public List<Handed> Handed { get; } = [];

        public List<ResourceDocument> Stored { get; } = [];
    }
}
