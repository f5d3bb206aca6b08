using System.Text.Json.Nodes;
using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A referral from sending to its end, over HTTP: who may take which step, what is refused, what trail is left.</summary>
public sealed class ReferralFlowTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_step_that_the_table_does_not_have_is_refused_and_nothing_is_stored()
    {
        var referral = await ReferralCase.SendAsync(server);
        var completed = referral.Task("completed", "completed", output: true);

        var reply = await server.PutAsync($"Task/{referral.TaskId}", completed, ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        Assert.Equal("business-rule", reply.IssueCode);
        Assert.Equal("Task.businessStatus", reply.Expression);
        Assert.Equal(
            "Henvisningen er 'sendt' og kan ikke derfra blive 'afsluttet'. Den kan blive: modtaget, accepteret, afvist, tid aftalt, ankommet, aflyst af borgeren, aflyst af afsenderen, registreret ved en fejl.",
            reply.IssueText);
        Assert.Equal("1", (await server.GetAsync($"Task/{referral.TaskId}")).Json["meta"]!["versionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_step_leaves_a_Provenance_of_its_version_and_what_is_no_step_leaves_none()
    {
        var referral = await ReferralCase.SendAsync(server);

        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("received", "received"))).Status);
        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("received", "received", note: "Ringer til borgeren"))).Status);
        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"))).Status);

        var trail = (await server.GetAsync($"Provenance?target=Task/{referral.TaskId}&_sort=recorded")).Entries;
        Assert.Equal(
            [$"Task/{referral.TaskId}/_history/1 sent", $"Task/{referral.TaskId}/_history/2 received", $"Task/{referral.TaskId}/_history/4 accepted"],
            trail.Select(entry => $"{entry!["resource"]!["target"]![0]!["reference"]} {entry["resource"]!["activity"]!["coding"]![0]!["code"]}"));
        Assert.All(trail, entry => Assert.Equal("unknown", entry!["resource"]!["agent"]![0]!["who"]!["extension"]![0]!["valueCode"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Who_acts_is_told_in_a_header_and_stands_in_the_trail()
    {
        var referral = await ReferralCase.SendAsync(server);
        var actor = $"PractitionerRole/{referral.ReceiverRoleId}";

        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("rejected", "declined", reason: "full"), ReferralCase.By(actor))).Status);

        var step = (await server.GetAsync($"Provenance?target=Task/{referral.TaskId}&_sort=-recorded&_count=1")).Entries[0]!["resource"]!;
        Assert.Equal(actor, step["agent"]![0]!["who"]!["reference"]!.GetValue<string>());
        Assert.Equal("author", step["agent"]![0]!["type"]!["coding"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("declined", step["activity"]!["coding"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("full", step["reason"]![0]!["coding"]![0]!["code"]!.GetValue<string>());
        Assert.Equal($"Task/{referral.TaskId}/_history/2", step["target"]![0]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_party_who_may_not_take_a_step_is_refused_with_403()
    {
        var referral = await ReferralCase.SendAsync(server);

        var reply = await server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"), ReferralCase.By($"PractitionerRole/{referral.SenderRoleId}"));
        var stranger = await server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"), ReferralCase.By("Organization/ukendt"), ("Accept-Language", "da"));

        Assert.Equal(403, reply.Status);
        Assert.Equal("forbidden", reply.IssueCode);
        Assert.Equal("That a referral is 'accepted' can be said by the receiver; the one who acts here is the sender.", reply.IssueText);
        Assert.Equal(403, stranger.Status);
        Assert.Equal("At en henvisning er 'accepteret', kan siges af modtageren; den, der handler her, er ikke part i henvisningen.", stranger.IssueText);
        Assert.Equal("1", (await server.GetAsync($"Task/{referral.TaskId}")).Json["meta"]!["versionId"]!.GetValue<string>());
        Assert.Single((await server.GetAsync($"Provenance?target=Task/{referral.TaskId}")).Entries);
    }

    [Fact]
    public async Task The_citizen_cancels_and_the_sender_withdraws()
    {
        var first = await ReferralCase.SendAsync(server);
        var second = await ReferralCase.SendAsync(server);

        Assert.Equal(200, (await server.PutAsync($"Task/{first.TaskId}", first.Task("cancelled", "cancelled-by-citizen", reason: "changed-mind"), ReferralCase.By($"Patient/{first.PatientId}"))).Status);
        Assert.Equal(403, (await server.PutAsync($"Task/{second.TaskId}", second.Task("cancelled", "cancelled-by-sender"), ReferralCase.By($"Organization/{second.ReceiverId}"))).Status);
        Assert.Equal(200, (await server.PutAsync($"Task/{second.TaskId}", second.Task("cancelled", "cancelled-by-sender"), ReferralCase.By($"Organization/{second.SenderId}"))).Status);
    }

    [Fact]
    public async Task What_a_referral_was_sent_with_cannot_be_changed()
    {
        var referral = await ReferralCase.SendAsync(server);
        var other = referral.Task("received", "received").Replace($"Organization/{referral.ReceiverId}", $"Organization/{referral.SenderId}", StringComparison.Ordinal)
            .Replace("2026-03-12T22:06:00", "2026-03-12T21:00:00", StringComparison.Ordinal);

        var reply = await server.PutAsync($"Task/{referral.TaskId}", other);

        Assert.Equal(422, reply.Status);
        Assert.Equal(["Task.owner", "Task.authoredOn"], reply.Json["issue"]!.AsArray().Select(issue => issue!["expression"]![0]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_task_without_its_profile_does_not_get_round_the_table()
    {
        var referral = await ReferralCase.SendAsync(server);
        var bare = JsonNode.Parse(referral.Task("completed", "completed", output: true))!.AsObject();
        bare["meta"]!.AsObject().Remove("profile");

        var reply = await server.PutAsync($"Task/{referral.TaskId}", bare.ToJsonString());

        Assert.Equal(422, reply.Status);
        Assert.Equal(["Task.meta.profile", "Task.businessStatus"], reply.Json["issue"]!.AsArray().Select(issue => issue!["expression"]![0]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_reported_no_show_alerts_the_sender_once_and_is_told_in_a_finding_and_a_message()
    {
        var referral = await ReferralCase.SendAsync(server);
        await server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"));

        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("failed", "no-show"))).Status);

        var finding = Assert.Single((await server.GetAsync($"DetectedIssue?implicated=Task/{referral.TaskId}")).Entries)!["resource"]!;
        Assert.Equal("no-show-alert", finding["code"]!["coding"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("2026-03-13T02:00:00+01:00", finding["identifiedDateTime"]!.GetValue<string>());
        var message = Assert.Single((await server.GetAsync($"Communication?recipient=Organization/{referral.SenderId}")).Entries)!["resource"]!;
        Assert.Equal("Modtageren melder, at den henviste ikke er kommet; ventet senest 13.03.2026 02.00.", message["payload"]![0]!["contentString"]!.GetValue<string>());
        Assert.Equal(422, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("in-progress", "arrived"))).Status);
    }

    [Fact]
    public async Task Of_an_anonymous_person_who_did_not_come_nobody_is_told()
    {
        var referral = await ReferralCase.SendAsync(server, anonymous: true);
        await server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"));

        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("failed", "no-show"))).Status);

        Assert.Empty((await server.GetAsync($"DetectedIssue?implicated=Task/{referral.TaskId}")).Entries);
        Assert.Empty((await server.GetAsync($"Communication?recipient=Organization/{referral.SenderId}")).Entries);
    }

    [Fact]
    public async Task An_arrival_settles_what_was_open()
    {
        var referral = await ReferralCase.SendAsync(server);
        await server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"));
        var open = await server.PostAsync("DetectedIssue", $$"""
            { "resourceType": "DetectedIssue", "meta": { "profile": ["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-clock-finding"] }, "status": "preliminary",
              "code": { "coding": [{ "system": "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-clock", "code": "no-show-alert" }] }, "severity": "high",
              "patient": { "reference": "Patient/{{referral.PatientId}}" }, "identifiedDateTime": "2026-03-13T02:00:00+01:00", "implicated": [{ "reference": "Task/{{referral.TaskId}}" }] }
            """);
        Assert.Equal(201, open.Status);

        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("in-progress", "arrived"))).Status);

        var finding = (await server.GetAsync($"DetectedIssue/{open.Id}")).Json;
        Assert.Equal("final", finding["status"]!.GetValue<string>());
        Assert.Equal("Afklaret: henvisningen er nu 'ankommet'.", finding["mitigation"]![0]!["action"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_transaction_takes_the_steps_of_two_referrals_or_of_none()
    {
        var first = await ReferralCase.SendAsync(server);
        var second = await ReferralCase.SendAsync(server);
        string Bundle(string task) => $$"""
            { "resourceType": "Bundle", "type": "transaction", "entry": [
              { "request": { "method": "PUT", "url": "Task/{{first.TaskId}}" }, "resource": {{first.Task("received", "received")}} },
              { "request": { "method": "PUT", "url": "Task/{{second.TaskId}}" }, "resource": {{task}} }] }
            """;

        var refused = await server.PostAsync("", Bundle(second.Task("completed", "completed", output: true)));
        var version = (await server.GetAsync($"Task/{first.TaskId}")).Json["meta"]!["versionId"]!.GetValue<string>();
        var taken = await server.PostAsync("", Bundle(second.Task("rejected", "declined", reason: "full")));

        Assert.Equal(422, refused.Status);
        Assert.Equal("Bundle.entry[1].resource.businessStatus", refused.Expression);
        Assert.Equal("1", version);
        Assert.Equal(200, taken.Status);
        Assert.Equal(2, (await server.GetAsync($"Provenance?target=Task/{first.TaskId}")).Entries.Count);
        Assert.Equal(2, (await server.GetAsync($"Provenance?target=Task/{second.TaskId}")).Entries.Count);
    }

    [Fact]
    public async Task A_Provenance_in_the_same_transaction_says_who_acts_and_is_the_trail()
    {
        var referral = await ReferralCase.SendAsync(server);
        string Bundle(string who) => $$"""
            { "resourceType": "Bundle", "type": "transaction", "entry": [
              { "request": { "method": "PUT", "url": "Task/{{referral.TaskId}}" }, "resource": {{referral.Task("accepted", "accepted")}} },
              { "request": { "method": "POST", "url": "Provenance" }, "resource": { "resourceType": "Provenance", "target": [{ "reference": "Task/{{referral.TaskId}}" }],
                "recorded": "2026-03-12T22:30:00+01:00", "agent": [{ "who": { "reference": "{{who}}" } }] } }] }
            """;

        var refused = await server.PostAsync("", Bundle($"PractitionerRole/{referral.SenderRoleId}"));
        var taken = await server.PostAsync("", Bundle($"PractitionerRole/{referral.ReceiverRoleId}"));

        Assert.Equal(403, refused.Status);
        Assert.Equal("Bundle.entry[0]", refused.Expression[..15]);
        Assert.Equal(200, taken.Status);
        Assert.Equal(2, (await server.GetAsync($"Provenance?target=Task/{referral.TaskId}")).Entries.Count);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_on_the_same_version_one_is_told_that_it_is_stale()
    {
        var referral = await ReferralCase.SendAsync(server);
        var ifMatch = ("If-Match", "W/\"1\"");

        var answers = await Task.WhenAll(
            server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"), ifMatch),
            server.PutAsync($"Task/{referral.TaskId}", referral.Task("rejected", "declined", reason: "full"), ifMatch));

        Assert.Equal([200, 412], answers.Select(answer => answer.Status).Order());
        Assert.Equal(2, (await server.GetAsync($"Provenance?target=Task/{referral.TaskId}")).Entries.Count);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_without_If_Match_the_table_lets_one_through()
    {
        var referral = await ReferralCase.SendAsync(server);

        var answers = await Task.WhenAll(
            server.PutAsync($"Task/{referral.TaskId}", referral.Task("cancelled", "cancelled-by-citizen")), server.PutAsync($"Task/{referral.TaskId}", referral.Task("rejected", "declined", reason: "full")));

        Assert.Equal([200, 422], answers.Select(answer => answer.Status).Order());
    }
}

/// <summary>A server that wants to know who changes a referral.</summary>
public sealed class ActorRequiringServer : RunningServer
{
    internal override ServerOptions Adjust(ServerOptions options) => options with { ReferralActor = ReferralActorPolicy.Require };
}

/// <summary>Setting Referral:Actor=require.</summary>
public sealed class RequiredActorTests(ActorRequiringServer server) : IClassFixture<ActorRequiringServer>
{
    [Fact]
    public async Task A_change_that_does_not_say_who_makes_it_is_refused()
    {
        var referral = JsonNode.Parse(await File.ReadAllTextAsync(Checkout.Locate("profiles/compiled/examples/Task-eksempel-afvist-forloeb.json")))!.AsObject();
        referral.Remove("id");

        var unsaid = await server.PostAsync("Task", referral.ToJsonString());
        var said = await server.PostAsync("Task", referral.ToJsonString(), ReferralCase.By("Organization/1"));

        Assert.Equal((422, 201), (unsaid.Status, said.Status));
        Assert.Equal("Provenance.agent.who", unsaid.Expression);
    }
}
