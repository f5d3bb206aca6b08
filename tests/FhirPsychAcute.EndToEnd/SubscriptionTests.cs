using System.Text.Json.Nodes;
using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

public sealed class SubscriptionTests : IAsyncLifetime, IDisposable
{
    private readonly HookListener municipality = new();
    private readonly HookListener sender = new();
    private readonly OverdueTaskWatch watch = new();
    private readonly SubscribedServer server;

    public SubscriptionTests() => server = new SubscribedServer($"{municipality.Root} {sender.Root}", watch);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose()
    {
        municipality.Dispose();
        sender.Dispose();
    }

    [Fact]
    public async Task A_municipality_is_sent_its_referrals_and_the_sender_the_answers()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality);
        await SubscribeAsync("Task?requester=Organization/amk&status:not=requested", sender);

        var task = await server.PostAsync("Task", Referral("requested", "aarhus"));
        await server.PostAsync("Task", Referral("requested", "odense"));
        var told = await municipality.NextAsync();

        Assert.Equal(("PUT", $"/Task/{task.Id}", "application/fhir+json"), (told.Method, told.Path, told.ContentType));
        Assert.Equal(task.Body, told.Body);

        await server.PutAsync($"Task/{task.Id}", Referral("accepted", "aarhus", task.Id));
        var answered = await sender.NextAsync();

        Assert.Equal($"/Task/{task.Id}", answered.Path);
        Assert.Equal("accepted", answered.Json["status"]!.GetValue<string>());
        Assert.Equal("accepted", (await municipality.NextAsync()).Json["status"]!.GetValue<string>());
        Assert.False(municipality.HasMore);
        Assert.False(sender.HasMore);
    }

    [Fact]
    public async Task Versions_come_in_order_and_each_as_it_was()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality);

        var task = await server.PostAsync("Task", Referral("requested", "aarhus"));
        await server.PutAsync($"Task/{task.Id}", Referral("received", "aarhus", task.Id));
        await server.PutAsync($"Task/{task.Id}", Referral("accepted", "aarhus", task.Id));

        Assert.Equal("requested", (await municipality.NextAsync()).Json["status"]!.GetValue<string>());
        Assert.Equal("received", (await municipality.NextAsync()).Json["status"]!.GetValue<string>());
        Assert.Equal("accepted", (await municipality.NextAsync()).Json["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_requested_subscription_becomes_active()
    {
        var reply = await SubscribeAsync("Task?owner=Organization/aarhus", municipality);

        Assert.Equal("requested", reply.Json["status"]!.GetValue<string>());
        await UntilAsync(reply.Id, "active");
    }

    [Fact]
    public async Task Without_payload_an_empty_post_is_sent_with_the_headers_of_the_channel()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality, payload: "", path: "/ping?from=amk", header: "Authorization: Bearer secret");
        await server.PostAsync("Task", Referral("requested", "aarhus"));
        var told = await municipality.NextAsync();

        Assert.Equal(("POST", "/ping", ""), (told.Method, told.Path, told.Body));
        Assert.Equal("Bearer secret", told.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_resource_can_be_sent_as_xml()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality, payload: "application/fhir+xml");
        await server.PostAsync("Task", Referral("requested", "aarhus"));
        var told = await municipality.NextAsync();

        Assert.Equal("application/fhir+xml", told.ContentType);
        Assert.StartsWith("<Task xmlns=\"http://hl7.org/fhir\">", told.Body[told.Body.IndexOf("<Task", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_receiver_could_not_take_comes_when_it_can_again()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality);
        municipality.Close();
        var first = await server.PostAsync("Task", Referral("requested", "aarhus"));
        var second = await server.PostAsync("Task", Referral("requested", "aarhus"));
        municipality.Open();

        Assert.Equal($"/Task/{first.Id}", (await municipality.NextAsync()).Path);
        Assert.Equal($"/Task/{second.Id}", (await municipality.NextAsync()).Path);
    }

    [Fact]
    public async Task A_receiver_that_is_down_delays_no_other()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality);
        await SubscribeAsync("Task?requester=Organization/amk", sender);
        municipality.Close();

        var task = await server.PostAsync("Task", Referral("requested", "aarhus"));

        Assert.Equal($"/Task/{task.Id}", (await sender.NextAsync()).Path);
    }

    [Fact]
    public async Task What_was_not_delivered_when_the_server_ended_is_delivered_after_its_start_and_nothing_twice()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality);
        var before = await server.PostAsync("Task", Referral("requested", "aarhus"));
        Assert.Equal($"/Task/{before.Id}", (await municipality.NextAsync()).Path);
        municipality.Close();
        var missed = await server.PostAsync("Task", Referral("requested", "aarhus"));

        await server.RestartAsync();
        municipality.Open();

        Assert.Equal($"/Task/{missed.Id}", (await municipality.NextAsync()).Path);
        var after = await server.PostAsync("Task", Referral("requested", "aarhus"));
        Assert.Equal($"/Task/{after.Id}", (await municipality.NextAsync()).Path);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_subscription_that_is_deleted_or_off()
    {
        var deleted = await SubscribeAsync("Task?owner=Organization/aarhus", municipality, path: "/deleted");
        var off = await SubscribeAsync("Task?owner=Organization/aarhus", municipality, path: "/off");
        await UntilAsync(deleted.Id, "active");
        await UntilAsync(off.Id, "active");
        await server.DeleteAsync($"Subscription/{deleted.Id}");
        await server.PutAsync($"Subscription/{off.Id}", Subscription("off", "Task?owner=Organization/aarhus", $"{municipality.Root}/off", "application/fhir+json", null, off.Id));
        // Subscriptions are followed in the order of their commits.
        var last = await SubscribeAsync("Task?owner=Organization/aarhus", municipality, path: "/last");
        await UntilAsync(last.Id, "active");

        var task = await server.PostAsync("Task", Referral("requested", "aarhus"));

        Assert.Equal($"/last/Task/{task.Id}", (await municipality.NextAsync()).Path);
        Assert.False(municipality.HasMore);
    }

    [Fact]
    public async Task A_notification_that_is_refused_is_kept_as_dead_letter_and_the_next_one_goes_on()
    {
        var subscription = await SubscribeAsync("Task?owner=Organization/aarhus", municipality);
        municipality.AnswerWith(422, 422, 422);
        var refused = await server.PostAsync("Task", Referral("requested", "aarhus"));
        var next = await server.PostAsync("Task", Referral("requested", "aarhus"));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal($"/Task/{refused.Id}", (await municipality.NextAsync()).Path);
        }

        Assert.Equal($"/Task/{next.Id}", (await municipality.NextAsync()).Path);
        var status = (await server.GetAsync($"Subscription/{subscription.Id}/$status")).Entries[0]!["resource"]!;
        var letter = Parameter(status, "dead-letter");
        Assert.Equal($"Task/{refused.Id}/_history/1", letter["part"]!.AsArray().Single(part => part!["name"]!.GetValue<string>() == "focus")!["valueReference"]!["reference"]!.GetValue<string>());
        var stored = await server.GetAsync($"Subscription/{subscription.Id}");
        Assert.Equal("active", stored.Json["status"]!.GetValue<string>());
        Assert.Contains("status 422", stored.Json["error"]!.GetValue<string>(), StringComparison.Ordinal);

        var again = await server.PostAsync($"Subscription/{subscription.Id}/$redeliver", """{"resourceType":"Parameters"}""");
        Assert.Equal(200, again.Status);
        Assert.Equal($"/Task/{refused.Id}", (await municipality.NextAsync()).Path);
        Assert.Equal(1, Parameter(again.Json, "delivered")["valueInteger"]!.GetValue<int>());
        Assert.Equal(0, Parameter(again.Json, "remaining")["valueInteger"]!.GetValue<int>());
    }

    [Fact]
    public async Task Alerts_of_the_watch_are_delivered_as_everything_else()
    {
        await SubscribeAsync("DetectedIssue?identifier=https://example.dk/alert|", sender);

        var task = await server.PostAsync("Task", """{"resourceType":"Task","status":"requested","intent":"order","restriction":{"period":{"end":"2026-01-01T00:00:00Z"}}}""");

        var alert = await sender.NextAsync();
        Assert.Equal($"Task/{task.Id}", alert.Json["implicated"]![0]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_notification_that_comes_back_to_the_server_is_refused()
    {
        await SubscribeAsync("Task?owner=Organization/aarhus", municipality);
        await server.PostAsync("Task", Referral("requested", "aarhus"));
        var told = await municipality.NextAsync();

        var reply = await server.PutAsync(told.Path[1..], told.Body, ("Via", told.Headers["Via"]!));

        Assert.Equal(508, reply.Status);
    }

    [Fact]
    public async Task Status_tells_how_far_a_subscription_has_come()
    {
        var subscription = await SubscribeAsync("Task?owner=Organization/aarhus", municipality);
        await server.PostAsync("Task", Referral("requested", "aarhus"));
        await municipality.NextAsync();
        municipality.Close();
        await server.PostAsync("Task", Referral("requested", "aarhus"));

        var reply = await server.GetAsync($"Subscription/{subscription.Id}/$status");

        Assert.Equal("searchset", reply.Json["type"]!.GetValue<string>());
        var status = reply.Entries[0]!["resource"]!;
        Assert.Equal($"{server.Base}/Subscription/{subscription.Id}", Parameter(status, "subscription")["valueReference"]!["reference"]!.GetValue<string>());
        Assert.Equal("query-status", Parameter(status, "type")["valueCode"]!.GetValue<string>());
        Assert.Equal("1", Parameter(status, "delivered")["valueString"]!.GetValue<string>());
        Assert.Equal("1", Parameter(status, "waiting")["valueString"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_capability_statement_names_the_operations_of_subscriptions()
    {
        var metadata = await server.GetAsync("metadata");
        var subscription = metadata.Json["rest"]![0]!["resource"]!.AsArray().Single(resource => resource!["type"]!.GetValue<string>() == "Subscription")!;

        Assert.Contains("rest-hook", subscription["documentation"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["redeliver", "status", "validate"], subscription["operation"]!.AsArray().Select(operation => operation!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("channel.type", "Subscription.channel.type", "not-supported")]
    [InlineData("payload", "Subscription.channel.payload", "not-supported")]
    [InlineData("endpoint", "Subscription.channel.endpoint", "forbidden")]
    [InlineData("endpoint.cpr", "Subscription.channel.endpoint", "business-rule")]
    [InlineData("endpoint.user", "Subscription.channel.endpoint", "value")]
    [InlineData("header", "Subscription.channel.header[0]", "value")]
    [InlineData("criteria.type", "Subscription.criteria", "value")]
    [InlineData("criteria.parameter", "Subscription.criteria", "not-supported")]
    [InlineData("criteria.chain", "Subscription.criteria", "not-supported")]
    [InlineData("criteria.itself", "Subscription.criteria", "not-supported")]
    [InlineData("criteria.sort", "Subscription.criteria", "not-supported")]
    [InlineData("end", "Subscription.end", "value")]
    public async Task What_the_server_cannot_do_is_refused_with_place_and_reason(string wrong, string place, string code)
    {
        var subscription = JsonNode.Parse(Subscription("requested", "Task?owner=Organization/aarhus", municipality.Root, "application/fhir+json", null, null))!;
        var channel = subscription["channel"]!;
        switch (wrong)
        {
            case "channel.type": channel["type"] = "websocket"; break;
            case "payload": channel["payload"] = "text/plain"; break;
            case "endpoint": channel["endpoint"] = "https://elsewhere.example/hook"; break;
            case "endpoint.cpr": channel["endpoint"] = municipality.Root + "/010190-1234"; break;
            case "endpoint.user": channel["endpoint"] = municipality.Root.Replace("127.0.0.1", "127.0.0.1@elsewhere.example", StringComparison.Ordinal); break;
            case "header": channel["header"] = new JsonArray("Host: elsewhere.example"); break;
            case "criteria.type": subscription["criteria"] = "Taske?owner=x"; break;
            case "criteria.parameter": subscription["criteria"] = "Task?ownr=x"; break;
            case "criteria.chain": subscription["criteria"] = "Task?owner:Organization.name=x"; break;
            case "criteria.itself": subscription["criteria"] = "Subscription?status=active"; break;
            case "criteria.sort": subscription["criteria"] = "Task?_sort=authored-on"; break;
            case "end": subscription["end"] = "2026-01-01T00:00:00Z"; break;
        }

        var reply = await server.PostAsync("Subscription", subscription.ToJsonString());

        Assert.Equal(422, reply.Status);
        Assert.Equal((place, code), (reply.Expression, reply.IssueCode));
    }

    private static JsonNode Parameter(JsonNode parameters, string name) =>
        parameters["parameter"]!.AsArray().First(parameter => parameter!["name"]!.GetValue<string>() == name)!;

    private static string Referral(string status, string owner, string? id = null) =>
        $$"""{"resourceType":"Task",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"status":"{{status}}","intent":"order","requester":{"reference":"Organization/amk"},"owner":{"reference":"Organization/{{owner}}"} }""";

    private static string Subscription(string status, string criteria, string endpoint, string payload, string? header, string? id) =>
        new JsonObject
        {
            ["resourceType"] = "Subscription",
            ["id"] = id,
            ["status"] = status,
            ["reason"] = "Test",
            ["criteria"] = criteria,
            ["channel"] = new JsonObject
            {
                ["type"] = "rest-hook",
                ["endpoint"] = endpoint,
                ["payload"] = payload.Length == 0 ? null : payload,
                ["header"] = header is null ? null : new JsonArray(header),
            },
        }.ToJsonString().Replace("\"id\":null,", "", StringComparison.Ordinal).Replace(",\"payload\":null", "", StringComparison.Ordinal).Replace(",\"header\":null", "", StringComparison.Ordinal);

    private async Task<Reply> SubscribeAsync(string criteria, HookListener listener, string payload = "application/fhir+json", string path = "", string? header = null)
    {
        var reply = await server.PostAsync("Subscription", Subscription("requested", criteria, listener.Root + path, payload, header, null));
        Assert.True(reply.Status == 201, reply.Body);
        return reply;
    }

    private async Task UntilAsync(string id, string status)
    {
        var changes = server.Service.Store.Changes;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var seen = changes.Last;
            if ((await server.GetAsync($"Subscription/{id}")).Json["status"]!.GetValue<string>() == status)
            {
                return;
            }

            await changes.WaitAsync(["Subscription"], seen, patience.Token);
        }
    }

    private sealed class SubscribedServer(string allow, OverdueTaskWatch watch) : RunningServer
    {
        internal override ServerParts Parts => new(TimeProvider.System) { Watches = [watch] };

        internal override ServerOptions Adjust(ServerOptions options) => options with { SubscriptionsAllow = allow };
    }
}
