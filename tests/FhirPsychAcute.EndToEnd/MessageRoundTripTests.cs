using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>What one server sends another takes, and its answer comes back.</summary>
public sealed class MessageRoundTripTests(RunningServer region, OtherServer municipality) : IClassFixture<RunningServer>, IClassFixture<OtherServer>
{
    private const string Core = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-";

    [Fact]
    public async Task A_care_communication_goes_to_the_municipality_is_acknowledged_and_answered()
    {
        await PartiesAsync(region);
        await PartiesAsync(municipality);
        var id = await StoreCommunicationAsync(region, "Sygeplejerske");

        var sent = await region.PostAsync($"Communication/{id}/$care-communication?sender=Organization/region&receiver=Organization/kommune", "");
        Assert.True(sent.Status == 200, sent.Body);
        var again = await region.PostAsync($"Communication/{id}/$care-communication?sender=Organization/region&receiver=Organization/kommune", "");
        Assert.Equal(sent.Id, again.Id);

        var acknowledgement = await municipality.PostAsync("$process-message", sent.Body);
        Assert.Equal("ok", acknowledgement.Json["entry"]![0]!["resource"]!["response"]!["code"]!.GetValue<string>());
        var joined = await region.PostAsync("$process-message", acknowledgement.Body, ("Accept-Language", "da"));
        Assert.Equal((200, "Kvitteringen er knyttet til den besked, der blev sendt."), (joined.Status, joined.IssueText));
        var header = sent.Json["entry"]![0]!["resource"]!["id"]!.GetValue<string>();
        Assert.Single((await region.GetAsync($"MessageHeader?response-id={header}")).Entries);

        // The municipality answers: the reply carries the whole exchange.
        var identifier = sent.Json["entry"]!.AsArray().First(entry => entry!["resource"]!["resourceType"]!.GetValue<string>() == "Communication")!["resource"]!["identifier"]![0]!["value"]!.GetValue<string>();
        var received = (await municipality.GetAsync($"Communication?identifier={identifier}")).Entries[0]!["resource"]!["id"]!.GetValue<string>();
        var reply = await StoreCommunicationAsync(municipality, "Visitator", identifier, $"Communication/{received}");
        var answer = await municipality.PostAsync($"Communication/{reply}/$care-communication?sender=Organization/kommune&receiver=Organization/region", "");
        Assert.True(answer.Status == 200, answer.Body);
        var steps = answer.Json["entry"]!.AsArray().Select(entry => entry!["resource"]!).Where(resource => resource["resourceType"]!.GetValue<string>() == "Provenance").ToList();
        Assert.Equal(["new-message", "reply-message"], steps.Select(step => step["activity"]!["coding"]![0]!["code"]!.GetValue<string>()));
        Assert.Equal($"MessageHeader/{header}", steps[1]["entity"]![0]!["what"]!["reference"]!.GetValue<string>());
        Assert.Equal("ok", (await region.PostAsync("$process-message", answer.Body)).Json["entry"]![0]!["resource"]!["response"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_refusal_stands_on_the_communication_and_a_new_message_may_be_sent()
    {
        await PartiesAsync(region);
        await region.PutAsync("Organization/fremmed", Organization("fremmed", "99900000077", "9520000000073"));
        var id = await StoreCommunicationAsync(region, "Sygeplejerske");
        var sent = await region.PostAsync($"Communication/{id}/$care-communication?sender=Organization/region&receiver=Organization/fremmed", "");

        var refusal = await municipality.PostAsync("$process-message", sent.Body);
        Assert.Equal("fatal-error", refusal.Json["entry"]![0]!["resource"]!["response"]!["code"]!.GetValue<string>());
        Assert.Equal(200, (await region.PostAsync("$process-message", refusal.Body)).Status);
        Assert.Equal(200, (await region.PostAsync("$process-message", refusal.Body)).Status);

        var communication = await region.GetAsync($"Communication/{id}");
        Assert.Equal("Modtageren har afvist beskeden: Modtageren med nummer 9520000000073 er ikke kendt her.", Assert.Single(communication.Json["note"]!.AsArray())!["text"]!.GetValue<string>());
        Assert.Single((await region.GetAsync($"Provenance?target=Communication/{id}")).Entries);
        Assert.NotEqual(sent.Id, (await region.PostAsync($"Communication/{id}/$care-communication?sender=Organization/region&receiver=Organization/kommune", "")).Id);
    }

    [Fact]
    public async Task Nothing_acute_is_sent()
    {
        await PartiesAsync(region);
        await region.PutAsync("Encounter/akut", """{"resourceType":"Encounter","id":"akut","status":"finished","class":{"code":"VR"}}""");
        var judgement = JsonNode.Parse(await File.ReadAllTextAsync(Checkout.Locate("profiles/compiled/examples/Observation-eksempel-hastegrad.json")))!;
        (judgement["id"], judgement["encounter"]!["reference"]) = ("akut", "Encounter/akut");
        judgement["valueCodeableConcept"]!["coding"]![0]!["code"] = "akut";
        Assert.Equal(201, (await region.PutAsync("Observation/akut", judgement.ToJsonString())).Status);
        var id = await StoreCommunicationAsync(region, "Sygeplejerske", encounter: "Encounter/akut");

        var reply = await region.PostAsync($"Communication/{id}/$care-communication?sender=Organization/region&receiver=Organization/kommune", "", ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        Assert.Equal("Det er akut, og en korrespondance må ikke bruges til noget akut. Ring til modtageren, eller send en henvisning.", reply.IssueText);
        Assert.Empty((await region.GetAsync($"MessageHeader?focus=Communication/{id}")).Entries);
    }

    [Fact]
    public async Task What_a_message_lacks_is_named()
    {
        await PartiesAsync(region);
        var id = await StoreCommunicationAsync(region, "Sygeplejerske");

        var reply = await region.PostAsync($"Communication/{id}/$care-communication", "", ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        Assert.Equal(
            ["Det vides ikke, hvilken organisation der er modtager: nævn den som parameter eller i ressourcen."],
            reply.Json["issue"]!.AsArray().Select(issue => issue!["details"]!["text"]!.GetValue<string>()));
        Assert.Equal(422, (await region.PostAsync($"Communication/{id}/$care-communication?receiver=Organization/ukendt", "")).Status);
        Assert.Equal(404, (await region.PostAsync("Communication/ukendt/$care-communication", "")).Status);
    }

    [Fact]
    public async Task A_stay_is_notified_from_admission_to_discharge()
    {
        await PartiesAsync(region);
        await PartiesAsync(municipality);
        var episode = Guid.NewGuid().ToString().ToCharArray();
        (episode[14], episode[19]) = ('5', 'a');
        string Stay(string status, string end) => $$$"""
            {"resourceType":"Encounter","id":"ophold","meta":{"profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-contact"]},"status":"{{{status}}}",
             "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},
             "type":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-contact-type","code":"admission"}]}],
             "subject":{"reference":"Patient/mette"},"episodeOfCare":[{"identifier":{"system":"https://www.esundhed.dk/Registre/Landspatientregisteret","value":"urn:uuid:{{{new string(episode)}}}" } }],
             "period":{"start":"2026-05-04T11:20:00+02:00"{{{end}}} },"reasonCode":[{"text":"Tanker om selvmord"}],"serviceProvider":{"reference":"Organization/region"}}
            """;
        Assert.InRange((await region.PutAsync("Encounter/ophold", Stay("in-progress", ""))).Status, 200, 201);

        var admitted = await region.PostAsync("Encounter/ophold/$hospital-notification", "");
        var revised = await region.PostAsync("Encounter/ophold/$hospital-notification", "");
        await region.PutAsync("Encounter/ophold", Stay("finished", ",\"end\":\"2026-05-06T10:00:00+02:00\""));
        var discharged = await region.PostAsync("Encounter/ophold/$hospital-notification", "");

        Assert.True(admitted.Status == 200, admitted.Body);
        Assert.DoesNotContain("selvmord", admitted.Body, StringComparison.Ordinal);
        Assert.Equal(["admit-inpatient", "revise-admit-inpatient", "discharge-inpatient-home"], new[] { admitted, revised, discharged }.Select(Activity));
        foreach (var message in new[] { admitted, revised, discharged })
        {
            var reply = await municipality.PostAsync("$process-message", message.Body);
            Assert.True(reply.Json["entry"]?[0]!["resource"]!["response"]!["code"]!.GetValue<string>() == "ok", reply.Body);
        }

        var stays = await municipality.GetAsync($"Encounter?episode-of-care:identifier=https://www.esundhed.dk/Registre/Landspatientregisteret|urn:uuid:{new string(episode)}");
        Assert.Equal("finished", Assert.Single(stays.Entries)!["resource"]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_stay_without_contact_number_is_not_notified()
    {
        await PartiesAsync(region);
        await region.PutAsync("Encounter/samtale", """{"resourceType":"Encounter","id":"samtale","status":"in-progress","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},"subject":{"reference":"Patient/mette"},"period":{"start":"2026-05-04T11:20:00+02:00"},"serviceProvider":{"reference":"Organization/region"}}""");

        var reply = await region.PostAsync("Encounter/samtale/$hospital-notification", "", ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        Assert.Equal("Encounter.episodeOfCare.identifier", reply.Expression);
    }

    private static string Activity(Reply message) => message.Json["entry"]!.AsArray().Select(entry => entry!["resource"]!)
        .First(resource => resource["resourceType"]!.GetValue<string>() == "Provenance")["activity"]!["coding"]![0]!["code"]!.GetValue<string>();

    private static async Task PartiesAsync(RunningServer server)
    {
        var home = Organization("kommune", "99900000003", "9520000000028", ",{\"system\":\"http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes\",\"value\":\"0411\"}");
        var reply = await server.PostAsync("", $$$"""
            {"resourceType":"Bundle","type":"transaction","entry":[
             {"request":{"method":"PUT","url":"Organization/region"},"resource":{{{Organization("region", "99900000001", "9520000000011")}}} },
             {"request":{"method":"PUT","url":"Organization/kommune"},"resource":{{{home}}} },
             {"request":{"method":"PUT","url":"Practitioner/forfatter"},"resource":{"resourceType":"Practitioner","id":"forfatter","name":[{"family":"Eksempelsen (fiktiv)","given":["Kim"]}]}},
             {"request":{"method":"PUT","url":"PractitionerRole/forfatter"},"resource":{"resourceType":"PractitionerRole","id":"forfatter","practitioner":{"reference":"Practitioner/forfatter"},"organization":{"reference":"Organization/region"} } },
             {"request":{"method":"PUT","url":"Patient/mette"},"resource":{"resourceType":"Patient","id":"mette","identifier":[{"use":"official","system":"urn:oid:1.2.208.176.1.2","value":"2902024000"}],
              "name":[{"use":"official","family":"Eksempelsen (fiktiv)","given":["Mette"]}],
              "address":[{"extension":[{"url":"http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes","valueCodeableConcept":{"coding":[{"system":"http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes","code":"0411"}]} }],"city":"Christiansø"}]} }
            ]}
            """);
        Assert.True(reply.Status == 200, reply.Body);
    }

    private static string Organization(string id, string sor, string gln, string more = "") => $$$"""
        {"resourceType":"Organization","id":"{{{id}}}","active":true,"name":"{{{id}}} (fiktiv)","identifier":[{"system":"urn:oid:1.2.208.176.1.1","value":"{{{sor}}}"},{"system":"http://www.gs1.org/gln","value":"{{{gln}}}"}{{{more}}}]}
        """;

    private static async Task<string> StoreCommunicationAsync(RunningServer server, string role, string? identifier = null, string? answers = null, string? encounter = null)
    {
        var thread = identifier ?? $"urn:uuid:{Guid.NewGuid()}";
        var more = (answers is null ? "" : $"\"inResponseTo\":[{{\"reference\":\"{answers}\"}}],") + (encounter is null ? "" : $"\"encounter\":{{\"reference\":\"{encounter}\"}},");
        var reply = await server.PostAsync("Communication", $$$"""
            {"resourceType":"Communication","meta":{"profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-care-communication"]},
             "identifier":[{"value":"{{{thread}}}"}],"status":"unknown",
             {{{more}}}
             "category":[{"coding":[{"system":"http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-careCommunication-categoryCodes","code":"psychiatry-social-disability"}]}],
             "subject":{"reference":"Patient/mette"},
             "payload":[{"contentString":"{{{role}}}: Vil I kontakte Mette? Det haster ikke.","extension":[
               {"url":"{{{Core}}}datetime-extension","valueDateTime":"2026-03-16T10:00:00+01:00"},
               {"url":"{{{Core}}}identifier-extension","valueIdentifier":{"value":"urn:uuid:{{{Guid.NewGuid()}}}","assigner":{"reference":"Organization/region" } } },
               {"url":"{{{Core}}}practitioner-extension","valueReference":{"reference":"PractitionerRole/forfatter"}},
               {"url":"{{{Core}}}contact-extension","valueContactPoint":{"system":"phone","value":"+45 00 00 00 09"}}]}]}
            """);
        Assert.True(reply.Status == 201, reply.Body);
        return reply.Id;
    }
}

/// <summary>A second server with a store of its own.</summary>
public sealed class OtherServer : RunningServer;
