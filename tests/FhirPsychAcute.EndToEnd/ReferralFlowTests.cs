using System.Text.Json.Nodes;

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
}
