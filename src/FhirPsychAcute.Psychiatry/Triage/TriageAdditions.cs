using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Triage;

/// <summary>Writes what the answers add to the call and to the referrals made in it: only what is not there already, so that nothing is undone and nothing doubled.</summary>
internal sealed class TriageAdditions(ResourceComposer composer, TriageForm form, Func<string> newId)
{
    private const string ParticipationType = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private readonly List<string> made = [];

    /// <summary>Addresses of what is written.</summary>
    public IReadOnlyList<string> Made => made;

    /// <summary>Writes the caller, the call and the referrals, each where the answers add to it.</summary>
    public void Write(ResourceDocument call, ResourceSet referrals)
    {
        var caller = Caller(call);
        AddToCall(call, caller);
        if (form.Answers.Flag(TriageMapping.Children) is { } children)
        {
            foreach (var referral in referrals.OfType("ServiceRequest"))
            {
                if (!referral.Root.ExtensionOf(Guide.Structure("children-at-home")).Exists)
                {
                    using var extension = new ResourceComposer();
                    var json = extension.BeginValue().Text("url", Guide.Structure("children-at-home")).Flag("valueBoolean", children).Finish();
                    Update(referral, new ResourceEditor(referral).Add(referral.Root, "extension", json.Span));
                }
            }
        }
    }

    private string? Caller(ResourceDocument call)
    {
        if (form.Answers.Flag(TriageMapping.Self) != false || form.Answers.First(TriageMapping.Relationship) is not { Exists: true } relationship || HasParticipant(call, ParticipationType, "CALLBCK"))
        {
            return null;
        }

        var url = $"urn:uuid:{newId()}";
        var identifier = form.Identifier(TriageMapping.Relationship);
        composer.OpenItem().Text("fullUrl", url).OpenResource("resource", "RelatedPerson", null, Guide.Structure("caller"));
        if (identifier is not null)
        {
            composer.OpenList("identifier").IdentifierItem(TriageForm.Extracted, identifier).CloseList();
        }

        composer.Reference("patient", form.Person).OpenList("relationship").OpenItem().OpenList("coding").CopyItem(relationship).CloseList().Close().CloseList().Close();
        composer.Open("request").Text("method", "POST").Text("url", "RelatedPerson")
            .Text("ifNoneExist", identifier is null ? null : $"identifier={Uri.EscapeDataString($"{TriageForm.Extracted}|{identifier}")}").Close().Close();
        made.Add(url);
        return url;
    }

    private void AddToCall(ResourceDocument call, string? caller)
    {
        var editor = new ResourceEditor(call);
        var changes = 0;
        using var value = new ResourceComposer();
        if (form.Answers.Text(TriageMapping.Words) is { } words && !call.Root.ChildrenNamed("reasonCode").ToList().Exists(reason => reason.ChildValue("text") == words))
        {
            Add("reasonCode", value.BeginValue().Text("text", words));
        }

        if (caller is not null)
        {
            Add("participant", value.BeginValue().OpenList("type").ConceptItem(ParticipationType, "CALLBCK").CloseList().Reference("individual", caller));
        }

        var types = Guide.Codes("participant-type");
        if (form.Answers.Flag(TriageMapping.Apk) == true && !HasParticipant(call, types, "apk-consult"))
        {
            Add("participant", value.BeginValue().OpenList("type").ConceptItem(types, "apk-consult").CloseList().Open("period").Copy("start", form.Response.Root.Child("authored")).Close());
        }

        var url = Guide.Structure("disposition");
        foreach (var outcome in form.Answers.All(TriageMapping.Disposition))
        {
            if (!call.Root.ChildrenNamed("extension").ToList().Exists(known => known.ChildValue("url") == url && known.Child("value").CodeOf(outcome.ChildValue("system") ?? "") == outcome.ChildValue("code")))
            {
                Add("extension", value.BeginValue().Text("url", url).Open("valueCodeableConcept").OpenList("coding").CopyItem(outcome).CloseList().Close());
            }
        }

        if (changes > 0)
        {
            Update(call, editor);
        }

        void Add(string name, ResourceComposer item)
        {
            editor.Add(call.Root, name, item.Finish().Span);
            changes++;
        }
    }

    private void Update(ResourceDocument stored, ResourceEditor editor)
    {
        var address = stored.Address()!;
        composer.OpenItem().Text("fullUrl", $"urn:uuid:{newId()}").Copy("resource", editor.ToBytes());
        composer.Open("request").Text("method", "PUT").Text("url", address).Text("ifMatch", stored.VersionId is { } version ? $"W/\"{version}\"" : null).Close().Close();
        made.Add(address);
    }

    private static bool HasParticipant(ResourceDocument call, string system, string code)
    {
        foreach (var participant in call.Root.ChildrenNamed("participant"))
        {
            if (participant.HasCode("type", system, code))
            {
                return true;
            }
        }

        return false;
    }
}
