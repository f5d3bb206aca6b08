using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>What surrounds the FHIR base: capabilities, Swagger, health, the start page.</summary>
public sealed class SiteTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_capability_statement_lists_all_146_resource_types_with_their_search_parameters()
    {
        var json = (await server.GetAsync("metadata")).Json;

        var rest = json["rest"]![0]!;
        Assert.Equal("4.0.1", json["fhirVersion"]!.GetValue<string>());
        Assert.Equal(146, rest["resource"]!.AsArray().Count);
        var patient = rest["resource"]!.AsArray().Single(resource => resource!["type"]!.GetValue<string>() == "Patient")!;
        Assert.Contains(patient["searchParam"]!.AsArray(), parameter =>
            parameter!["name"]!.GetValue<string>() == "birthdate" && parameter["type"]!.GetValue<string>() == "date");
        Assert.Contains("Patient:general-practitioner", patient["searchInclude"]!.AsArray().Select(include => include!.GetValue<string>()));
        Assert.Contains("Observation:subject", patient["searchRevInclude"]!.AsArray().Select(include => include!.GetValue<string>()));
        Assert.Equal("single", patient["conditionalDelete"]!.GetValue<string>());
        Assert.Contains("transaction", rest["interaction"]!.AsArray().Select(interaction => interaction!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_capability_statement_is_itself_a_resource_that_the_server_stores()
    {
        var statement = await server.GetAsync("metadata");

        Assert.Equal(201, (await server.PostAsync("CapabilityStatement", statement.Body)).Status);
    }

    [Fact]
    public async Task The_capability_statement_is_not_sent_again_to_those_who_have_it()
    {
        var first = await server.GetAsync("metadata");

        var second = await server.GetAsync("metadata", ("If-None-Match", first.Header("ETag")!));

        Assert.Equal(304, second.Status);
    }

    [Theory]
    [InlineData("full", "CapabilityStatement")]
    [InlineData("normative", "CapabilityStatement")]
    [InlineData("terminology", "TerminologyCapabilities")]
    public async Task The_mode_chooses_between_capabilities(string mode, string type)
    {
        Assert.Equal(type, (await server.GetAsync($"metadata?mode={mode}")).Json["resourceType"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_mode_is_400()
    {
        Assert.Equal(400, (await server.GetAsync("metadata?mode=other")).Status);
    }

    [Fact]
    public async Task Options_gives_the_capability_statement()
    {
        var reply = await server.SendAsync(HttpMethod.Options, "", null);

        Assert.Equal("CapabilityStatement", reply.Json["resourceType"]!.GetValue<string>());
    }

    [Fact]
    public async Task Health_is_told()
    {
        Assert.Equal("Healthy", (await server.GetAsync($"{server.Site}/health/live")).Body);
        Assert.Equal("Healthy", (await server.GetAsync($"{server.Site}/health/ready")).Body);
    }

    [Theory]
    [InlineData("da-DK,da;q=0.9", "Adresser at prøve:")]
    [InlineData("en", "Addresses to try:")]
    public async Task The_start_page_speaks_the_readers_language(string language, string text)
    {
        Assert.Contains(text, System.Net.WebUtility.HtmlDecode((await server.GetAsync($"{server.Site}/", ("Accept-Language", language))).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_of_the_start_page_leads_somewhere()
    {
        var page = await server.GetAsync($"{server.Site}/");
        var links = System.Text.RegularExpressions.Regex.Matches(page.Body, "href=\"(?<url>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        // Nine addresses, and the frame of the page: icon, style sheet, skip link, home, four of the navigation, the other language.
        Assert.Equal(18, links.Count);
        foreach (System.Text.RegularExpressions.Match link in links)
        {
            Assert.Equal(200, (await server.GetAsync(server.Site + System.Net.WebUtility.HtmlDecode(link.Groups["url"].Value))).Status);
        }
    }

    [Fact]
    public async Task Swagger_shows_its_page()
    {
        var reply = await server.GetAsync($"{server.Site}/swagger/index.html");

        Assert.Equal(200, reply.Status);
        Assert.Contains("swagger-ui", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_example_body_of_Swagger_is_accepted()
    {
        var document = (await server.GetAsync($"{server.Site}/swagger/v1/swagger.json")).Json;
        var tried = 0;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                if (operation!["requestBody"]?["content"]?["application/fhir+json"]?["example"] is not { } example)
                {
                    continue;
                }

                var url = path.Replace("{id}", example["id"]?.GetValue<string>() ?? "", StringComparison.Ordinal).TrimStart('/');
                var reply = await server.SendAsync(new HttpMethod(method.ToUpperInvariant()), url, example.ToJsonString());
                Assert.True(reply.Status is 200 or 201, $"{method} {path}: {reply.Body}");
                tried++;
            }
        }

        Assert.Equal(41, tried);
    }

    [Fact]
    public async Task Every_search_parameter_of_Swagger_is_one_of_the_type()
    {
        var document = (await server.GetAsync($"{server.Site}/swagger/v1/swagger.json")).Json;
        var types = (await server.GetAsync("metadata")).Json["rest"]![0]!["resource"]!.AsArray().ToDictionary(
            type => "/" + type!["type"]!.GetValue<string>(), type => Names(type!["searchParam"]!.AsArray()), StringComparer.Ordinal);
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            if (types.TryGetValue(path, out var known))
            {
                var offered = operations!["get"]!["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>());
                Assert.Empty(offered.Except(known).Except(["_count", "_include", "_pretty"]));
            }
        }

        static HashSet<string> Names(JsonArray parameters) => [.. parameters.Select(parameter => parameter!["name"]!.GetValue<string>())];
    }
}
