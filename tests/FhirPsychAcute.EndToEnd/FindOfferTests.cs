using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace FhirPsychAcute.EndToEnd;

/// <summary>$find-offer over HTTP, with the fictitious directory of examples/directory.</summary>
public sealed class FindOfferTests(RunningServer server, ITestOutputHelper output) : IClassFixture<RunningServer>, IAsyncLifetime
{
    private const string Operation = "HealthcareService/$find-offer";
    private static readonly (string, string) Danish = ("Accept-Language", "da");

    public async Task InitializeAsync() => Assert.Equal(200, (await server.PostAsync("", await File.ReadAllTextAsync(Checkout.Locate("examples/directory/transaction.json")))).Status);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Get_answers_a_searchset_with_score_and_why()
    {
        var reply = await server.GetAsync($"{Operation}?municipality=0997&age=24&urgency=akut&overnight=true&at=2026-03-13T22:00:00%2B01:00", Danish);

        Assert.Equal(200, reply.Status);
        Assert.Equal("searchset", reply.Json["type"]!.GetValue<string>());
        Assert.Equal(["Akuttilbuddet Fyrtårnet, Nordlille (fiktivt)", "Akuttilbuddet Broen, Nordstrand (fiktivt)"], Names(reply));
        var first = reply.Entries.First(static entry => Mode(entry!) == "match")!;
        Assert.Equal($"{server.Base}/HealthcareService/{first["resource"]!["id"]}", first["fullUrl"]!.GetValue<string>());
        Assert.Equal(1m, first["search"]!["score"]!.GetValue<decimal>());
        var fit = first["search"]!["extension"]![0]!;
        Assert.Equal("https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-offer-fit", fit["url"]!.GetValue<string>());
        Assert.Contains("\"Åbent hele døgnet\"", fit.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_of_Parameters_answers_the_same()
    {
        const string Body = """
            {"resourceType":"Parameters","parameter":[
              {"name":"municipality","valueString":"0997"},
              {"name":"age","valueString":"24"},
              {"name":"urgency","valueCode":"akut"},
              {"name":"type","valueCode":"akuttilbud"},
              {"name":"type","valueCoding":{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-type","code":"pam"}},
              {"name":"overnight","valueBoolean":true},
              {"name":"at","valueDateTime":"2026-03-13T22:00:00+01:00"}]}
            """;

        Assert.Equal(["Akuttilbuddet Fyrtårnet, Nordlille (fiktivt)", "Akuttilbuddet Broen, Nordstrand (fiktivt)"], Names(await server.PostAsync(Operation, Body)));
    }

    [Fact]
    public async Task What_is_written_is_seen_by_the_next_question()
    {
        const string Query = $"{Operation}?type=f-act&at=2026-03-13T22:00:00%2B01:00";
        Assert.Empty(Names(await server.GetAsync(Query)));
        var created = await server.PostAsync("HealthcareService", """
            {"resourceType":"HealthcareService","active":true,"name":"F-ACT (fiktivt)","availableTime":[{"allDay":true}],
             "type":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-type","code":"f-act"}]}]}
            """);
        Assert.Equal(["F-ACT (fiktivt)"], Names(await server.GetAsync(Query)));

        Assert.Equal(204, (await server.DeleteAsync($"HealthcareService/{created.Id}")).Status);

        Assert.Empty(Names(await server.GetAsync(Query)));
    }

    [Theory]
    [InlineData("municipality=9999", 400, "municipality")]
    [InlineData("age=-1", 400, "age")]
    [InlineData("kommune=0751", 400, "kommune")]
    [InlineData("at=i+morgen", 400, "at")]
    [InlineData("region=DK-97&municipality=0998&at=2026-03-13T22:00:00%2B01:00", 422, "municipality")]
    public async Task A_wrong_question_is_refused_with_its_parameter(string query, int status, string parameter)
    {
        var reply = await server.GetAsync($"{Operation}?{query}");

        Assert.Equal(status, reply.Status);
        Assert.Equal(parameter, reply.Expression);
    }

    [Fact]
    public async Task XML_is_answered_too()
    {
        var reply = await server.GetAsync($"{Operation}?municipality=0997", ("Accept", "application/fhir+xml"));

        Assert.Equal(200, reply.Status);
        Assert.Contains("<Bundle xmlns=\"http://hl7.org/fhir\">", reply.Body, StringComparison.Ordinal);
    }

    /// <summary>A nationwide directory of 2,000 offers; the times are printed, not asserted.</summary>
    [Fact]
    public async Task Two_thousand_offers_are_answered_from_memory()
    {
        var own = new RunningServer();
        await own.InitializeAsync();
        try
        {
            foreach (var bundle in Nationwide().Chunk(500))
            {
                Assert.Equal(200, (await own.PostAsync("", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', bundle)}}] }""")).Status);
            }

            var times = new List<double>();
            foreach (var query in new[] { "municipality=0751&age=24&urgency=akut", "municipality=0751&age=24&urgency=akut", "region=DK-84&urgency=akut", "at=2026-03-13T22:00:00%2B01:00&count=200" }.SelectMany(static query => Enumerable.Repeat(query, 20)))
            {
                var watch = Stopwatch.StartNew();
                var reply = await own.GetAsync($"{Operation}?{query}");
                times.Add(watch.Elapsed.TotalMilliseconds);
                Assert.Equal(200, reply.Status);
            }

            for (var group = 0; group < times.Count; group += 20)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {times[group]:0.0} ms, median {times.Skip(group + 1).Take(19).Order().ElementAt(9):0.0} ms"));
            }

            var written = new List<double>();
            for (var i = 0; i < 10; i++)
            {
                Assert.Equal(200, (await own.PutAsync("HealthcareService/tilbud-1", OfferJson(1, i))).Status);
                var watch = Stopwatch.StartNew();
                Assert.Equal(200, (await own.GetAsync($"{Operation}?municipality=0751&age=24&urgency=akut")).Status);
                written.Add(watch.Elapsed.TotalMilliseconds);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after a write: median {written.Order().ElementAt(5):0.0} ms, most {written.Max():0.0} ms"));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private static readonly string[] Codes = [.. File.ReadAllLines(Checkout.Locate("profiles/rules/municipalities.csv")).Skip(1).Select(static line => line[..4])];

    private static IEnumerable<string> Nationwide()
    {
        foreach (var code in Codes)
        {
            yield return Put($"Location/omraade-{code}", $$"""{"resourceType":"Location","id":"omraade-{{code}}","identifier":[{"system":"http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes","value":"{{code}}"}],"status":"active"}""");
        }

        for (var i = 0; i < 2_000; i++)
        {
            yield return Put($"HealthcareService/tilbud-{i}", OfferJson(i, 1));
        }
    }

    private static string Put(string url, string resource) => $$"""{"request":{"method":"PUT","url":"{{url}}"},"resource":{{resource}} }""";

    private static string OfferJson(int number, int free)
    {
        string[] types = ["akuttilbud", "pam", "akutteam", "line"];
        string[] hours = ["""{"allDay":true}""", """{"availableStartTime":"16:00:00","availableEndTime":"06:00:00"}""", """{"daysOfWeek":["mon","tue","wed","thu","fri"],"availableStartTime":"08:00:00","availableEndTime":"22:00:00"}"""];
        return $$"""
            {"resourceType":"HealthcareService","id":"tilbud-{{number}}","meta":{"profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-offer"]},"active":true,"name":"Tilbud {{number}} (fiktivt)",
             "extension":[{"url":"https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-capacity","extension":[{"url":"places","valueUnsignedInt":20},{"url":"free","valueUnsignedInt":{{free}}},{"url":"asOf","valueDateTime":"2026-03-13T20:00:00+01:00"}]}],
             "providedBy":{"display":"Kommunen"},"category":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-category","code":"municipality"}]}],
             "type":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-type","code":"{{types[number % types.Length]}}"}]}],
             "telecom":[{"system":"phone","value":"+45 00 00 00 99"}],"coverageArea":[{"reference":"Location/omraade-{{Codes[number % Codes.Length]}}"}],
             "characteristic":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-characteristic","code":"no-overnight"}]}],
             "availableTime":[{{hours[number % hours.Length]}}]}
            """;
    }

    private static List<string> Names(Reply reply)
    {
        Assert.Equal(200, reply.Status);
        return [.. reply.Entries.Where(static entry => Mode(entry!) == "match").Select(static entry => entry!["resource"]!["name"]!.GetValue<string>())];
    }

    private static string Mode(JsonNode entry) => entry["search"]!["mode"]!.GetValue<string>();
}
