using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary><c>Task/$referral-answer</c>, <c>ServiceRequest/$referral-status</c> and nights in an akuttilbud, over HTTP.</summary>
public sealed class ReferralOperationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Ig = "https://fhirpsychacute.dk/ig";

    [Fact]
    public async Task A_municipality_brings_a_referral_from_received_to_completed_and_the_sender_reads_the_course()
    {
        var referral = await ReferralCase.SendAsync(server);
        var actor = $"PractitionerRole/{referral.ReceiverRoleId}";
        await AnswerAsync(referral, $"state=received&actor={actor}&time=2026-03-12T22:09:00%2B01:00");
        await AnswerAsync(referral, $"state=accepted&actor={actor}&time=2026-03-12T22:11:00%2B01:00&note=Plads+til+natten");
        var night = await server.PostAsync("Encounter", Night(referral, "2026-03-12T23:05:00+01:00", "2026-03-13T08:30:00+01:00"));
        await AnswerAsync(referral, $"state=arrived&actor={actor}&time=2026-03-12T23:05:00%2B01:00&encounter=Encounter/{night.Id}");
        await AnswerAsync(referral, $"state=in-progress&actor={actor}&time=2026-03-12T23:10:00%2B01:00");
        var completed = await AnswerAsync(referral, $"state=completed&actor={actor}&time=2026-03-13T08:30:00%2B01:00");

        Assert.Equal("completed", completed["status"]!.GetValue<string>());
        Assert.Equal("Afsluttet", completed["businessStatus"]!["coding"]![0]!["display"]!.GetValue<string>());
        Assert.Equal("""{"start":"2026-03-12T23:05:00+01:00","end":"2026-03-13T08:30:00+01:00"}""", completed["executionPeriod"]!.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal("Plads til natten", completed["note"]![0]!["text"]!.GetValue<string>());
        Assert.Equal($"Encounter/{night.Id}", completed["output"]![0]!["valueReference"]!["reference"]!.GetValue<string>());

        var status = await StatusAsync(referral, "at=2026-03-13T09:00:00%2B01:00");
        Assert.Equal("completed", Value(status, "state")!["code"]!.GetValue<string>());
        Assert.Equal("false", Value(status, "open")!.ToJsonString());
        Assert.Null(Value(status, "turn"));
        Assert.Null(Value(status, "overdue"));
        Assert.Equal([$"Encounter/{night.Id}"], Values(status, "contact").Select(value => value["reference"]!.GetValue<string>()));
        Assert.Equal(
            ["sent unknown", $"received {actor}", $"accepted {actor}", $"arrived {actor}", $"in-progress {actor}", $"completed {actor}"],
            Parts(status, "step").Select(step => $"{Part(step, "state")} {Part(step, "actor")!["reference"] ?? "unknown"}"));
        var nights = Assert.Single(Parts(status, "nights"));
        Assert.Equal(("1", "3", "false"), (Part(nights, "inARow")!.ToJsonString(), Part(nights, "limit")!.ToJsonString(), Part(nights, "exceeded")!.ToJsonString()));
        Assert.Equal("2026-03-12", Part(nights, "notAssessedAfter")!.GetValue<string>());
    }

    [Fact]
    public async Task A_referral_that_is_declined_says_why_in_a_code_and_in_words()
    {
        var referral = await ReferralCase.SendAsync(server);

        var without = await server.PostAsync($"Task/{referral.TaskId}/$referral-answer?state=declined", "");
        var declined = await server.PostAsync($"Task/{referral.TaskId}/$referral-answer", $$"""
            { "resourceType": "Parameters", "parameter": [
              { "name": "state", "valueCode": "declined" }, { "name": "actor", "valueReference": { "reference": "Organization/{{referral.ReceiverId}}" } },
              { "name": "reason", "valueCode": "full" }, { "name": "reason-text", "valueString": "Alle fem pladser er optaget" }] }
            """);

        Assert.Equal(422, without.Status);
        Assert.Equal(200, declined.Status);
        Assert.Equal(("full", "Fuldt belagt", "Alle fem pladser er optaget"), (
            declined.Json["statusReason"]!["coding"]![0]!["code"]!.GetValue<string>(), declined.Json["statusReason"]!["coding"]![0]!["display"]!.GetValue<string>(),
            declined.Json["statusReason"]!["text"]!.GetValue<string>()));
        Assert.Equal("full", Value(await StatusAsync(referral), "reason")!["coding"]![0]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", 400, "state")]
    [InlineData("state=halvvejs", 400, "state")]
    [InlineData("state=received&time=i+aftes", 400, "time")]
    [InlineData("state=arrived&encounter=Patient/1", 400, "encounter")]
    [InlineData("state=booked&slot=Slot/findes-ikke", 409, "slot")]
    [InlineData("state=accepted&actor=Organization/fremmed", 403, "Provenance.agent.who")]
    [InlineData("state=completed", 422, "Task.output")]
    public async Task An_answer_that_cannot_be_is_refused_and_named(string query, int status, string expression)
    {
        var referral = await ReferralCase.SendAsync(server);

        var reply = await server.PostAsync($"Task/{referral.TaskId}/$referral-answer?{query}", "");

        Assert.Equal(status, reply.Status);
        if (expression != "Task.output")
        {
            Assert.Equal(expression, reply.Expression);
        }

        Assert.Equal("1", (await server.GetAsync($"Task/{referral.TaskId}")).Json["meta"]!["versionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task If_Match_is_honoured_and_two_who_answer_at_once_do_not_both_get_through()
    {
        var referral = await ReferralCase.SendAsync(server);
        Assert.Equal(412, (await server.PostAsync($"Task/{referral.TaskId}/$referral-answer?state=received", "", ("If-Match", "W/\"7\""))).Status);

        var answers = await Task.WhenAll(
            server.PostAsync($"Task/{referral.TaskId}/$referral-answer?state=declined&reason=full", ""), server.PostAsync($"Task/{referral.TaskId}/$referral-answer?state=cancelled-by-citizen", ""));

        Assert.Equal([200, 422], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_slot_is_taken_with_the_answer_and_cannot_be_taken_twice()
    {
        var first = await ReferralCase.SendAsync(server, "subakut");
        var second = await ReferralCase.SendAsync(server, "subakut");
        var schedule = await server.PostAsync("Schedule", """{ "resourceType": "Schedule", "actor": [{ "reference": "HealthcareService/akutteam" }] }""");
        var slot = await server.PostAsync("Slot", $$"""
            { "resourceType": "Slot", "status": "free", "schedule": { "reference": "Schedule/{{schedule.Id}}" }, "start": "2026-03-14T10:00:00+01:00", "end": "2026-03-14T10:45:00+01:00" }
            """);

        var booked = await AnswerAsync(first, $"state=booked&slot=Slot/{slot.Id}");
        var late = await server.PostAsync($"Task/{second.TaskId}/$referral-answer?state=booked&slot=Slot/{slot.Id}", "", ("Accept-Language", "da"));

        var address = booked["output"]![0]!["valueReference"]!["reference"]!.GetValue<string>();
        var appointment = (await server.GetAsync(address)).Json;
        Assert.Equal("2026-03-14T10:00:00+01:00", appointment["start"]!.GetValue<string>());
        Assert.Equal([$"Patient/{first.PatientId}", "HealthcareService/akutteam"], appointment["participant"]!.AsArray().Select(participant => participant!["actor"]!["reference"]!.GetValue<string>()));
        Assert.Equal("busy", (await server.GetAsync($"Slot/{slot.Id}")).Json["status"]!.GetValue<string>());
        Assert.Equal(409, late.Status);
        Assert.Equal($"Slot/{slot.Id} er ikke en ledig tid i et tilbuds kalender.", late.IssueText);
        Assert.Equal(address, Value(await StatusAsync(first), "appointment")!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_status_tells_whose_turn_it_is_and_what_is_overdue()
    {
        var referral = await ReferralCase.SendAsync(server);

        var before = await StatusAsync(referral, "at=2026-03-12T23:00:00%2B01:00");
        var after = await StatusAsync(referral, "at=2026-03-13T02:30:00%2B01:00");
        await AnswerAsync(referral, "state=accepted");
        var accepted = await StatusAsync(referral, "at=2026-03-13T02:30:00%2B01:00");

        Assert.Equal($"Organization/{referral.ReceiverId}", Value(before, "turn")!["reference"]!.GetValue<string>());
        Assert.Null(Value(before, "overdue"));
        Assert.Empty(Parts(before, "alert"));
        Assert.Equal("answer", Value(after, "overdue")!.GetValue<string>());
        Assert.Contains("overdue-alert", Parts(after, "alert").Select(alert => Part(alert, "rule")!.GetValue<string>()));
        Assert.Equal("arrival", Value(accepted, "overdue")!.GetValue<string>());
        Assert.Contains("no-show-alert", Parts(accepted, "alert").Select(alert => Part(alert, "rule")!.GetValue<string>()));
        Assert.Contains("arrived", Parts(accepted, "next").Select(next => Part(next, "state")!.GetValue<string>()));
    }

    [Fact]
    public async Task A_request_without_a_task_has_no_status()
    {
        var request = await server.PostAsync("ServiceRequest", """{ "resourceType": "ServiceRequest", "status": "active", "intent": "order", "subject": { "display": "x" } }""");

        Assert.Equal(422, (await server.GetAsync($"ServiceRequest/{request.Id}/$referral-status")).Status);
        Assert.Equal(404, (await server.GetAsync("ServiceRequest/findes-ikke/$referral-status")).Status);
    }

    [Fact]
    public async Task The_fourth_night_in_a_row_is_stored_and_told()
    {
        var referral = await ReferralCase.SendAsync(server);
        for (var day = 12; day <= 14; day++)
        {
            var within = await server.PostAsync("Encounter", Night(referral, $"2026-03-{day}T23:00:00+01:00", $"2026-03-{day + 1}T09:00:00+01:00"), ("Prefer", "return=OperationOutcome"), ("Accept-Language", "da"));
            Assert.Equal(201, within.Status);
            Assert.DoesNotContain("nat nummer", within.Body, StringComparison.Ordinal);
        }

        var fourth = await server.PostAsync("Encounter", Night(referral, "2026-03-15T23:00:00+01:00", null), ("Prefer", "return=OperationOutcome"), ("Accept-Language", "da"));

        Assert.Equal(201, fourth.Status);

        var told = fourth.Json["issue"]!.AsArray().Single(issue => issue!["details"]!["text"]!.GetValue<string>().StartsWith("Dette er nat", StringComparison.Ordinal))!;
        Assert.Equal("warning", told["severity"]!.GetValue<string>());
        Assert.Contains("warnings=", fourth.Header("X-Validation-Findings"), StringComparison.Ordinal);
        Assert.Equal(
            "Dette er nat nummer 4 i træk. Højst 3 sammenhængende nætter i et akuttilbud. Kilde: Bill L130 (January 2025), serviceloven § 82 c, stk. 3: adoption and commencement not verified (ikke efterprøvet).",
            told["details"]!["text"]!.GetValue<string>());
        var nights = Assert.Single(Parts(await StatusAsync(referral), "nights"));
        Assert.Equal(("4", "true"), (Part(nights, "inARow")!.ToJsonString(), Part(nights, "exceeded")!.ToJsonString()));
    }

    private async Task<JsonNode> AnswerAsync(ReferralCase referral, string query)
    {
        var reply = await server.PostAsync($"Task/{referral.TaskId}/$referral-answer?{query}", "");
        Assert.True(reply.Status == 200, reply.Body);
        return reply.Json;
    }

    private async Task<JsonNode> StatusAsync(ReferralCase referral, string query = "")
    {
        var reply = await server.GetAsync($"ServiceRequest/{referral.RequestId}/$referral-status?{query}");
        Assert.True(reply.Status == 200, reply.Body);
        return reply.Json;
    }

    private static string Night(ReferralCase referral, string start, string? end) => $$"""
        { "resourceType": "Encounter", "meta": { "profile": ["{{Ig}}/StructureDefinition/psychacute-stay"] }, "status": "{{(end is null ? "in-progress" : "finished")}}",
          "class": { "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "SS" }, "subject": { "reference": "Patient/{{referral.PatientId}}" },
          "basedOn": [{ "reference": "ServiceRequest/{{referral.RequestId}}" }], "period": { "start": "{{start}}"{{(end is null ? "" : $", \"end\": \"{end}\"")}} },
          "serviceProvider": { "reference": "Organization/{{referral.ReceiverId}}" } }
        """;

    private static JsonNode? Value(JsonNode parameters, string name) => Values(parameters, name).FirstOrDefault();

    private static IEnumerable<JsonNode> Values(JsonNode parameters, string name) =>
        parameters["parameter"]!.AsArray().Where(parameter => parameter!["name"]!.GetValue<string>() == name).Select(parameter => parameter!.AsObject().First(member => member.Key.StartsWith("value", StringComparison.Ordinal)).Value!);

    private static IEnumerable<JsonNode> Parts(JsonNode parameters, string name) =>
        parameters["parameter"]!.AsArray().Where(parameter => parameter!["name"]!.GetValue<string>() == name).Select(parameter => parameter!["part"]!);

    private static JsonNode? Part(JsonNode parts, string name) =>
        parts.AsArray().FirstOrDefault(part => part!["name"]!.GetValue<string>() == name)?.AsObject().First(member => member.Key.StartsWith("value", StringComparison.Ordinal)).Value;
}
