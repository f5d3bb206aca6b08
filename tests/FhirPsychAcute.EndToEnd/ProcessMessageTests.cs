using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>Messages in: what is taken, what is refused, what is said of one that was seen before.</summary>
public sealed class ProcessMessageTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_care_communication_is_stored_and_acknowledged()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");

        var reply = await server.PostAsync("$process-message", message.ToJsonString());

        Assert.Equal(200, reply.Status);
        Assert.Equal("ok", Response(reply)["code"]!.GetValue<string>());
        Assert.Equal(HeaderId(message), Response(reply)["identifier"]!.GetValue<string>());
        var identifier = Communication(message)["identifier"]![0]!["value"]!.GetValue<string>();
        var stored = await server.GetAsync($"Communication?identifier={identifier}&_include=Communication:subject");
        Assert.Equal(["Communication", "Patient"], stored.Entries.Select(entry => entry!["resource"]!["resourceType"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(200, (await server.GetAsync($"Bundle/{message["id"]}")).Status);
        var provenance = await server.GetAsync($"Provenance?target=MessageHeader/{HeaderId(message)}");
        Assert.Single(provenance.Entries);
    }

    [Fact]
    public async Task The_same_message_again_gets_the_same_answer_and_stores_nothing()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");
        var first = await server.PostAsync("$process-message", message.ToJsonString());
        var before = await CountAsync("Communication");

        var second = await server.PostAsync("$process-message", message.ToJsonString());

        Assert.Equal(Response(first)["code"]!.GetValue<string>(), Response(second)["code"]!.GetValue<string>());
        Assert.Equal(first.Json["id"]!.GetValue<string>(), second.Json["id"]!.GetValue<string>());
        Assert.Equal(before, await CountAsync("Communication"));
    }

    [Fact]
    public async Task The_same_ids_with_other_content_are_refused()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");
        await server.PostAsync("$process-message", message.ToJsonString());
        Communication(message)["payload"]![0]!["contentString"] = "Noget andet";

        var reply = await server.PostAsync("$process-message", message.ToJsonString());

        Assert.Equal("fatal-error", Response(reply)["code"]!.GetValue<string>());
        Assert.Equal("Samme id med et andet indhold: beskeden afvises", Reason(reply));
    }

    [Fact]
    public async Task The_same_communication_in_a_new_message_is_acknowledged_and_not_stored_again()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");
        await server.PostAsync("$process-message", message.ToJsonString());
        var before = await CountAsync("Communication");
        var again = WithNewEnvelope(message);

        var reply = await server.PostAsync("$process-message", again.ToJsonString());

        Assert.Equal("ok", Response(reply)["code"]!.GetValue<string>());
        Assert.Equal(before, await CountAsync("Communication"));
    }

    [Fact]
    public async Task Known_parts_that_say_something_else_in_a_new_message_are_refused()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");
        await server.PostAsync("$process-message", message.ToJsonString());
        var again = WithNewEnvelope(message);
        Communication(again)["payload"]![0]!["contentString"] = "Noget andet";

        var reply = await server.PostAsync("$process-message", again.ToJsonString());

        Assert.Equal("En del af beskeden, som er modtaget før, siger nu noget andet.", Reason(reply));
    }

    [Fact]
    public async Task Twenty_deliveries_at_once_store_one()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");
        var before = await CountAsync("Communication");

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.PostAsync("$process-message", message.ToJsonString())));

        Assert.All(replies, reply => Assert.Equal("ok", Response(reply)["code"]!.GetValue<string>()));
        Assert.Single(replies.Select(reply => reply.Json["id"]!.GetValue<string>()).Distinct());
        Assert.Equal(before + 1, await CountAsync("Communication"));
    }

    [Fact]
    public async Task An_acute_matter_is_refused_in_Danish_and_nothing_is_stored()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");
        Communication(message)["category"]![0]!["coding"]![0]!["code"] = "regarding-referral";
        Communication(message)["priority"] = "asap";

        var reply = await server.PostAsync("$process-message", message.ToJsonString());

        Assert.Equal(200, reply.Status);
        Assert.Equal("fatal-error", Response(reply)["code"]!.GetValue<string>());
        Assert.Equal("En korrespondance må ikke bruges til noget akut. Ring til modtageren, eller send en henvisning.", Reason(reply));
        Assert.Equal(404, (await server.GetAsync($"Bundle/{message["id"]}")).Status);
    }

    [Theory]
    [InlineData("\"care-communication-message\"", "\"homecareobservation-message\"", "MSG_RECEIVER_UNABLE_TO_RECEIVE_MSG_TYPE", "Beskeder af typen 'homecareobservation-message' modtages ikke her.")]
    [InlineData("99900000003", "99911111111", "MSG_Receiver_Identifier_UNKNOWN", "Modtageren med nummer 9520000009999 er ikke kendt her.")]
    [InlineData("\"focus\"", "\"_focus\"", null, null)]
    [InlineData("\"psychiatry-social-disability\"", "\"ukendt\"", "MSG_VALUESET_VALUE_UNKNOWN", null)]
    public async Task What_is_wrong_with_a_message_is_told_by_a_code_of_MedComs(string text, string other, string? code, string? danish)
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance").ToJsonString(Readable).Replace(text, other, StringComparison.Ordinal)
            .Replace("9520000000028", other == "99911111111" ? "9520000009999" : "9520000000028", StringComparison.Ordinal);

        var reply = await server.PostAsync("$process-message", message);

        if (code is null)
        {
            // What is no FHIR at all cannot be a message.
            Assert.Equal(400, reply.Status);
            Assert.Equal("OperationOutcome", reply.Json["resourceType"]!.GetValue<string>());
            return;
        }

        Assert.Equal("fatal-error", Response(reply)["code"]!.GetValue<string>());
        Assert.Contains(Outcome(reply)["issue"]!.AsArray(), issue => issue!["details"]!["coding"]![0]!["code"]!.GetValue<string>() == code);
        if (danish is not null)
        {
            Assert.Equal(danish, Reason(reply));
        }
    }

    [Fact]
    public async Task A_message_without_its_focus_and_with_a_resource_that_does_not_belong_is_refused()
    {
        await KnowReceiverAsync();
        var message = Fresh("Bundle-eksempel-korrespondance");
        message["entry"]![0]!["resource"]!.AsObject().Remove("focus");
        message["entry"]!.AsArray().Add(JsonNode.Parse("""{"fullUrl":"https://fhirpsychacute.dk/eksempel/Basic/1","resource":{"resourceType":"Basic","id":"1","code":{"text":"x"}}}"""));

        var reply = await server.PostAsync("$process-message", message.ToJsonString());

        Assert.Equal(
            ["Hovedet peger ikke på en Communication i beskeden.", "En Basic må ikke være med i en besked af typen care-communication-message."],
            Outcome(reply)["issue"]!.AsArray().Select(issue => issue!["details"]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused_with_an_outcome()
    {
        var message = Fresh("Bundle-eksempel-korrespondance");
        message["entry"]![0]!["resource"]!.AsObject().Remove("sender");
        message.AsObject().Remove("id");

        var reply = await server.PostAsync("$process-message", message.ToJsonString(), ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        Assert.Equal(
            ["Beskeden har intet id (Bundle.id) og kan derfor ikke kendes fra andre.", "Afsenderen er ikke med i beskeden, så den kan ikke besvares."],
            reply.Json["issue"]!.AsArray().Select(issue => issue!["details"]!["text"]!.GetValue<string>()));
        Assert.Equal(422, (await server.PostAsync("$process-message", """{"resourceType":"Patient"}""")).Status);
        Assert.Equal(400, (await server.PostAsync("$process-message", "{")).Status);
        Assert.Equal(400, (await server.PostAsync("$process-message", """{"resourceType":"Parameters"}""")).Status);
        Assert.Equal("async", (await server.PostAsync("$process-message?async=true", message.ToJsonString())).Expression);
    }

    [Fact]
    public async Task A_hospital_notification_and_its_discharge_are_one_stay()
    {
        await KnowReceiverAsync();
        var admitted = Fresh("Bundle-eksempel-advis");
        Assert.Equal("ok", Response(await server.PostAsync("$process-message", Parameters(admitted)))["code"]!.GetValue<string>());
        var discharged = WithNewEnvelope(admitted);
        var encounter = Resource(discharged, "Encounter");
        encounter["status"] = "finished";
        encounter["period"]!["end"] = "2026-05-06T10:00:00+02:00";
        var provenance = Resource(discharged, "Provenance");
        provenance["activity"]!["coding"]![0]!["code"] = "discharge-inpatient-home";
        provenance["occurredDateTime"] = "2026-05-06T10:05:00+02:00";

        Assert.Equal("ok", Response(await server.PostAsync("$process-message", discharged.ToJsonString()))["code"]!.GetValue<string>());

        var episode = encounter["episodeOfCare"]![0]!["identifier"]!["value"]!.GetValue<string>();
        var stays = await server.GetAsync($"Encounter?episode-of-care:identifier=https://www.esundhed.dk/Registre/Landspatientregisteret|{episode}");
        Assert.Equal("finished", Assert.Single(stays.Entries)!["resource"]!["status"]!.GetValue<string>());

        // A notification that was held up on its way must not undo what was told later.
        var late = WithNewEnvelope(admitted);
        Assert.Equal("ok", Response(await server.PostAsync("$process-message", late.ToJsonString()))["code"]!.GetValue<string>());
        stays = await server.GetAsync($"Encounter?episode-of-care:identifier=https://www.esundhed.dk/Registre/Landspatientregisteret|{episode}");
        Assert.Equal("finished", Assert.Single(stays.Entries)!["resource"]!["status"]!.GetValue<string>());
    }

    private async Task KnowReceiverAsync() => Assert.InRange((await server.PutAsync("Organization/modtager", """
        {"resourceType":"Organization","id":"modtager","active":true,"name":"Eksempelby Kommune (fiktiv)","identifier":[{"system":"urn:oid:1.2.208.176.1.1","value":"99900000003"}]}
        """)).Status, 200, 201);

    private async Task<int> CountAsync(string type) => (await server.GetAsync($"{type}?_summary=count")).Json["total"]!.GetValue<int>();

    private static string Parameters(JsonNode message) =>
        $$"""{"resourceType":"Parameters","parameter":[{"name":"content","resource":{{message.ToJsonString(Readable)}}}]}""";

    /// <summary>The example with ids of its own, so that tests do not meet each other's messages.</summary>
    internal static JsonNode Fresh(string example)
    {
        var text = File.ReadAllText(Checkout.Locate($"profiles/compiled/examples/{example}.json"));
        foreach (var known in new[] { "eksempel-korrespondance", "eksempel-advis", "5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01", "5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e03", "8d4f3a5b-ae4c-4f3d-8d97-4c5e6f7a8b01", "8d4f3a5b-ae4c-4f3d-8d97-4c5e6f7a8b02", "6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f01" })
        {
            text = text.Replace(known, Guid.NewGuid().ToString(), StringComparison.Ordinal);
        }

        var episode = Guid.NewGuid().ToString().ToCharArray();
        (episode[14], episode[19]) = ('5', 'a');
        return JsonNode.Parse(text.Replace("9e5a4b6c-bf5d-5a4e-9ea8-5d6f7a8b9c01", new string(episode), StringComparison.Ordinal))!;
    }

    private static JsonNode WithNewEnvelope(JsonNode message) => JsonNode.Parse(message.ToJsonString(Readable)
        .Replace(HeaderId(message), Guid.NewGuid().ToString(), StringComparison.Ordinal)
        .Replace(message["id"]!.GetValue<string>(), Guid.NewGuid().ToString(), StringComparison.Ordinal))!;

    private static JsonNode Resource(JsonNode bundle, string type) =>
        bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).First(resource => resource["resourceType"]!.GetValue<string>() == type);

    private static JsonNode Communication(JsonNode message) => Resource(message, "Communication");

    private static string HeaderId(JsonNode message) => message["entry"]![0]!["resource"]!["id"]!.GetValue<string>();

    private static JsonNode Response(Reply reply)
    {
        Assert.True(reply.Status == 200, reply.Body);
        return reply.Json["entry"]![0]!["resource"]!["response"]!;
    }

    private static JsonNode Outcome(Reply reply) => Resource(reply.Json, "OperationOutcome");

    private static string Reason(Reply reply) => Outcome(reply)["issue"]![0]!["details"]!["text"]!.GetValue<string>();
}
