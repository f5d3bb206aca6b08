using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A form is filled in, its answers are extracted and posted, and the urgency is found by a search.</summary>
public sealed class ExtractTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Filled_in_extracted_posted_and_found()
    {
        await StoreAsync("Patient-eksempel-beskyttet", "Encounter-eksempel-omstillet", "PractitionerRole-eksempel-apk", "QuestionnaireResponse-eksempel-visitation");

        var extracted = await server.GetAsync("QuestionnaireResponse/eksempel-visitation/$extract");
        Assert.True(extracted.Status == 200, extracted.Body);
        var posted = await server.PostAsync("", extracted.Body);
        Assert.True(posted.Status == 200, posted.Body);

        var found = await server.GetAsync("Observation?encounter=Encounter/eksempel-omstillet&code=https://fhirpsychacute.dk/ig/CodeSystem/psychacute-observation|hastegrad&value-concept=akut");
        Assert.Single(found.Entries);
        Assert.Single((await server.GetAsync("Provenance?entity=QuestionnaireResponse/eksempel-visitation")).Entries);

        // Posted again, and extracted again, nothing comes twice.
        Assert.Equal(200, (await server.PostAsync("", extracted.Body)).Status);
        Assert.Equal(200, (await server.PostAsync("", (await server.GetAsync("QuestionnaireResponse/eksempel-visitation/$extract")).Body)).Status);
        Assert.Single((await server.GetAsync("Observation?encounter=Encounter/eksempel-omstillet&code=hastegrad")).Entries);
        Assert.Single((await server.GetAsync("Provenance?entity=QuestionnaireResponse/eksempel-visitation")).Entries);
    }

    [Fact]
    public async Task A_form_that_is_not_stored_yet_is_stored_with_what_it_says_and_the_call_gets_the_caller()
    {
        await StoreAsync("Patient-eksempel-beskyttet", "PractitionerRole-eksempel-apk");
        var call = await ExampleAsync("Encounter-eksempel-omstillet");
        call["id"] = "andet-opkald";
        call.AsObject().Remove("reasonCode");
        Assert.Equal(201, (await server.PutAsync("Encounter/andet-opkald", call.ToJsonString())).Status);
        var form = await ExampleAsync("QuestionnaireResponse-eksempel-visitation");
        form.AsObject().Remove("id");
        form["encounter"]!["reference"] = "Encounter/andet-opkald";
        var caller = form["item"]![0]!["item"]!.AsArray();
        caller[0]!["answer"]![0]!["valueBoolean"] = false;
        caller.Insert(1, JsonNode.Parse("""{"linkId":"ringer.relation","answer":[{"valueCoding":{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-caller-relationship","code":"relative"}}]}"""));

        var extracted = await server.PostAsync("QuestionnaireResponse/$extract", $$"""{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{{form.ToJsonString()}} }]}""");
        Assert.True(extracted.Status == 200, extracted.Body);
        var posted = await server.PostAsync("", extracted.Body);
        Assert.True(posted.Status == 200, posted.Body);

        Assert.Single((await server.GetAsync("QuestionnaireResponse?encounter=Encounter/andet-opkald")).Entries);
        var stored = (await server.GetAsync("Encounter/andet-opkald")).Json;
        Assert.Equal("Kan ikke sove, hører stemmer, er bange for at være alene", stored["reasonCode"]![0]!["text"]!.GetValue<string>());
        Assert.Contains(stored["participant"]!.AsArray(), participant => participant!["individual"]?["reference"]!.GetValue<string>().StartsWith("RelatedPerson/", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_wrong_or_incomplete_form_is_refused_with_the_places()
    {
        await StoreAsync("Patient-eksempel-beskyttet", "Encounter-eksempel-omstillet");
        var form = await ExampleAsync("QuestionnaireResponse-eksempel-visitation");
        form["item"]!.AsArray().RemoveAt(3);
        form.AsObject().Remove("author");

        var reply = await server.PostAsync("QuestionnaireResponse/$extract", form.ToJsonString(), ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        var texts = reply.Json["issue"]!.AsArray().Select(issue => issue!["details"]!["text"]!.GetValue<string>()).ToList();
        Assert.Contains("Skemaet siger ikke, hvilken medarbejder der har udfyldt det (author).", texts);
        Assert.Contains(texts, text => text.Contains("hastegrad", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(400, (await server.PostAsync("QuestionnaireResponse/$extract", """{"resourceType":"Parameters"}""")).Status);
        Assert.Equal(404, (await server.GetAsync("QuestionnaireResponse/ukendt/$extract")).Status);
    }

    private static async Task<JsonNode> ExampleAsync(string name) => JsonNode.Parse(await File.ReadAllTextAsync(Checkout.Locate($"profiles/compiled/examples/{name}.json")))!;

    private async Task StoreAsync(params string[] examples)
    {
        foreach (var name in examples)
        {
            var example = await ExampleAsync(name);
            Assert.InRange((await server.PutAsync($"{example["resourceType"]}/{example["id"]}", example.ToJsonString())).Status, 200, 201);
        }
    }
}
