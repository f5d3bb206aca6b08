// A client of a lægevagt: sends a call with a referral, and hears what the municipality answers.
//
//   dotnet run examples/clients/csharp/Referral.cs http://127.0.0.1:5080/fhir http://127.0.0.1:7010/answers
//
// The first address is the server's FHIR base, the second one of this machine at which the answers shall come; the server's operator has listed it
// (setting Subscriptions:Allow). Needs the .NET SDK 10 and no packages. Ends when the referral is accepted, declined or returned.
#:property PublishAot=false
#:property RunAnalyzers=false
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

var fhirBase = args.Length > 0 ? args[0] : "http://127.0.0.1:5080/fhir";
var endpoint = args.Length > 1 ? args[1] : "http://127.0.0.1:7010/answers";
using var client = new HttpClient();
client.DefaultRequestHeaders.Add("Accept", "application/fhir+json");
client.DefaultRequestHeaders.Add("Accept-Language", "da");

// Listen first, so that no answer comes before somebody does.
var answers = Channel.CreateUnbounded<JsonNode>();
using var listener = new HttpListener();
listener.Prefixes.Add(endpoint.TrimEnd('/') + "/");
listener.Start();
_ = Task.Run(ListenAsync);

var bundle = Referral.AsSentNow(JsonNode.Parse(await File.ReadAllTextAsync(Referral.ScenarioFile()))!);
var sent = await FhirAsync(HttpMethod.Post, "", bundle);
var place = bundle["entry"]!.AsArray().ToList().FindIndex(entry => Referral.TypeOf(entry) == "Task");
var location = sent["entry"]![place]!["response"]!["location"]!.GetValue<string>().Split('/');
var task = await FhirAsync(HttpMethod.Get, $"{location[^4]}/{location[^3]}");
var id = task["id"]!.GetValue<string>();

// One subscription for all referrals of this sender. It has an id of the client's, so that a client that starts again finds it; 'requested' makes it go on where it was.
await FhirAsync(HttpMethod.Put, "Subscription/laegevagt-svar-net", new JsonObject
{
    ["resourceType"] = "Subscription",
    ["id"] = "laegevagt-svar-net",
    ["status"] = "requested",
    ["reason"] = "Svar på henvisninger",
    ["criteria"] = $"Task?requester={task["requester"]!["reference"]}&status:not=requested",
    ["channel"] = new JsonObject { ["type"] = "rest-hook", ["endpoint"] = endpoint, ["payload"] = "application/fhir+json" },
});
Console.WriteLine($"Sendt: Task/{id}");

await foreach (var answer in answers.Reader.ReadAllAsync())
{
    if (answer["id"]!.GetValue<string>() != id)
    {
        continue;
    }

    var note = answer["note"]?.AsArray().LastOrDefault()?["text"];
    Console.WriteLine($"Svar: {answer["businessStatus"]!["coding"]![0]!["code"]}{(note is null ? "" : $", {note}")}");
    if (answer["status"]!.GetValue<string>() is "accepted" or "rejected" or "failed" or "cancelled" or "completed")
    {
        break;
    }
}

// Sends JSON and reads JSON; what the server refuses is said in Danish, as the server says it.
async Task<JsonNode> FhirAsync(HttpMethod method, string path, JsonNode? body = null)
{
    using var request = new HttpRequestMessage(method, path.Length == 0 ? fhirBase : $"{fhirBase}/{path}");
    if (body is not null)
    {
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/fhir+json");
    }

    using var response = await client.SendAsync(request);
    var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    return response.IsSuccessStatusCode
        ? answer
        : throw new InvalidOperationException(string.Join('\n', answer["issue"]!.AsArray().Select(issue => $"{issue!["expression"]?[0]} {issue["details"]?["text"]}")));
}

async Task ListenAsync()
{
    while (listener.IsListening)
    {
        var context = await listener.GetContextAsync();
        // First safe, then answered: what is answered with 200 is not sent again. The same version may come twice.
        answers.Writer.TryWrite((await JsonNode.ParseAsync(context.Request.InputStream))!);
        context.Response.Close();
    }
}

/// <summary>Mette's referral (scenario 1).</summary>
internal static class Referral
{
    // What happens, happens anew; people and places exist once and are found by their identifiers.
    private static readonly string[] Events = ["Encounter", "Observation", "Consent", "ServiceRequest", "Task"];

    /// <summary>The scenario's file, beside this one.</summary>
    public static string ScenarioFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../scenario-1-mette/transaction.json");

    /// <summary>Resource type of an entry.</summary>
    public static string TypeOf(JsonNode? entry) => entry!["resource"]!["resourceType"]!.GetValue<string>();

    /// <summary>The referral as it was when it had just been sent, now: the task, and the entries that it refers to.</summary>
    public static JsonObject AsSentNow(JsonNode scenario)
    {
        var entries = scenario["entry"]!.AsArray().Select(entry => entry!).ToList();
        var taskEntry = entries.Find(entry => TypeOf(entry) == "Task")!;
        var task = taskEntry["resource"]!.AsObject();
        var request = entries.Find(entry => entry["fullUrl"]!.GetValue<string>() == task["focus"]!["reference"]!.GetValue<string>())!["resource"]!.AsObject();
        var (now, limit) = (Instant(DateTimeOffset.UtcNow), Instant(DateTimeOffset.UtcNow.AddHours(4)));
        task["status"] = "requested";
        task["businessStatus"]!["coding"]![0]!["code"] = "sent";
        task["businessStatus"]!["coding"]![0]!["display"] = "Sendt";
        task["authoredOn"] = now;
        task["lastModified"] = now;
        task["restriction"] = new JsonObject { ["period"] = new JsonObject { ["end"] = limit } };
        foreach (var later in new[] { "executionPeriod", "note", "output" })
        {
            task.Remove(later);
        }

        request["status"] = "active";
        request["authoredOn"] = now;
        request["occurrencePeriod"] = new JsonObject { ["start"] = now, ["end"] = limit };

        var needed = new List<JsonNode> { taskEntry };
        for (var i = 0; i < needed.Count; i++)
        {
            foreach (var reference in References(needed[i]["resource"]))
            {
                if (entries.Find(entry => entry["fullUrl"]!.GetValue<string>() == reference) is { } target && !needed.Contains(target))
                {
                    needed.Add(target);
                }
            }
        }

        foreach (var entry in needed.Where(entry => Events.Contains(TypeOf(entry), StringComparer.Ordinal)))
        {
            entry["request"]!.AsObject().Remove("ifNoneExist");
            entry["resource"]!.AsObject().Remove("identifier");
        }

        return new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = new JsonArray([.. needed.Select(entry => entry.DeepClone())]) };
    }

    private static string Instant(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => property is { Key: "reference", Value: JsonValue text } ? [text.GetValue<string>()] : References(property.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
