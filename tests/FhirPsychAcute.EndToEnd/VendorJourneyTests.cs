using System.Text.Json.Nodes;
using FhirPsychAcute.Cli.Tests;
using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>
/// An EPJ vendor's first day: reads the guide, takes the package, copies an example, changes it, is told in Danish what is wrong, sends it, and sees the municipality's answer
/// come back.
/// </summary>
public sealed class VendorJourneyTests : IAsyncLifetime, IDisposable
{
    private readonly HookListener vendor = new();
    private readonly JourneyServer server;

    public VendorJourneyTests() => server = new JourneyServer(vendor.Root);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => vendor.Dispose();

    [Fact]
    public async Task From_the_guide_to_the_answer_of_the_municipality()
    {
        // The guide names the profile and offers package and example.
        Assert.Contains("/ig/StructureDefinition/psychacute-referral-task", (await server.GetAsync($"{server.Site}/ig")).Body, StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("fhirpsychacute-test-");
        try
        {
            var package = Path.Combine(folder.FullName, "package.tgz");
            await File.WriteAllBytesAsync(package, await server.Client.GetByteArrayAsync($"{server.Site}/ig/package.tgz"));
            var example = (await server.GetAsync($"{server.Site}/ig/example/Task/eksempel-afvist-forloeb.json")).Json;

            // Changed by hand, and wrong: a declined referral says why, and it has an owner.
            example.AsObject().Remove("statusReason");
            example.AsObject().Remove("owner");
            var file = Path.Combine(folder.FullName, "min-task.json");
            await File.WriteAllTextAsync(file, example.ToJsonString());
            var checkedHere = await CliRun.Of("validate", file, "--package", package, "--lang", "da");
            Assert.Equal(1, checkedHere.ExitCode);
            Assert.Contains("fejl: Task: Reglen psychacute-task-2 er brudt: En afvist henvisning siger hvorfor", checkedHere.Output, StringComparison.Ordinal);

            var refused = await server.PostAsync("Task", example.ToJsonString(), ("Accept-Language", "da"));
            Assert.Equal(422, refused.Status);
            Assert.Equal(
                ["Reglen psychacute-task-2 er brudt: En afvist henvisning siger hvorfor", "Task.owner mangler: der skal være mindst 1, men er 0."],
                refused.Json["issue"]!.AsArray().Select(issue => issue!["details"]!["text"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        // Sent as it should be; the vendor wants to hear what becomes of it.
        var referral = await ReferralCase.SendAsync(server);
        var subscribed = await server.PostAsync("Subscription", $$"""
            { "resourceType": "Subscription", "status": "requested", "reason": "Svar på henvisninger", "criteria": "Task?requester=Organization/{{referral.SenderId}}",
              "channel": { "type": "rest-hook", "endpoint": "{{vendor.Root}}", "payload": "application/fhir+json" } }
            """);
        Assert.Equal(201, subscribed.Status);

        // The municipality sees it and answers.
        var inbox = await server.GetAsync($"Task?owner=Organization/{referral.ReceiverId}&status=requested&_include=Task:focus");
        Assert.Equal(["Task", "ServiceRequest"], inbox.Entries.Select(entry => entry!["resource"]!["resourceType"]!.GetValue<string>()));
        var answer = await server.PostAsync($"Task/{referral.TaskId}/$referral-answer?state=accepted&note=Kom+straks&actor=Organization/{referral.ReceiverId}", "");
        Assert.Equal(200, answer.Status);

        // The answer comes to the vendor by itself, and can be read with who gave it.
        var told = (await vendor.NextAsync()).Json;
        Assert.Equal(("accepted", "Kom straks"), (told["status"]!.GetValue<string>(), told["note"]![0]!["text"]!.GetValue<string>()));
        var trail = await server.GetAsync($"Provenance?target=Task/{referral.TaskId}&_sort=-recorded");
        Assert.Equal($"Organization/{referral.ReceiverId}", trail.Entries[0]!["resource"]!["agent"]![0]!["who"]!["reference"]!.GetValue<string>());
    }

    private sealed class JourneyServer(string allowed) : RunningServer
    {
        internal override ServerOptions Adjust(ServerOptions options) => options with { SubscriptionsAllow = allowed };
    }
}
