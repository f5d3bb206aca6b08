using System.Text.Json.Nodes;
using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A server that refuses what breaks the guide's profiles.</summary>
public sealed class GuideKeepingServer : RunningServer
{
    internal override ServerOptions Adjust(ServerOptions options) => options with { ValidationOnWrite = "https://fhirpsychacute.dk/ig/=enforce *=off" };
}

/// <summary>Answers to the guide's two questionnaires, posted to a server that keeps the guide: the triage of a call, and what a person thought of the help.</summary>
public sealed class QuestionnaireTests(GuideKeepingServer server) : IClassFixture<GuideKeepingServer>
{
    private static readonly (string, string) Danish = ("Accept-Language", "da");

    [Fact]
    public async Task A_triage_that_is_filled_in_well_is_taken() => Assert.Equal(201, (await PostAsync(Example("visitation"))).Status);

    [Theory]
    [InlineData("konklusion.hastegrad", null, "Punktet 'konklusion.hastegrad' skal besvares og har intet svar.")]
    [InlineData("konklusion.hastegrad", """{"valueCoding":{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-urgency-level","code":"hurtig"}}""", "Koden 'hurtig' findes ikke i https://fhirpsychacute.dk/ig/CodeSystem/psychacute-urgency-level.")]
    [InlineData("fare.selv", """{"valueString":"ja"}""", "Svaret skal være af typen boolean, ikke string.")]
    [InlineData("fare.selv", """{"valueBoolean":false}""", "Punktet 'fare.aftale' er besvaret, selv om det ikke er aktivt efter de andre svar.")]
    [InlineData("ringer.selv", """{"valueBoolean":false}""", "Punktet 'ringer.relation' skal besvares og har intet svar.")]
    public async Task A_triage_that_is_filled_in_wrong_is_refused_in_Danish(string question, string? answer, string text)
    {
        var reply = await PostAsync(Example("visitation", question, answer));

        Assert.Equal(422, reply.Status);
        Assert.Contains(text, Texts(reply));
    }

    [Fact]
    public async Task An_answer_on_the_experience_may_be_anonymous_or_say_who_gives_it()
    {
        var patient = await server.PostAsync("Patient", """{"resourceType":"Patient","identifier":[{"use":"temp","system":"https://fhirpsychacute.dk/sid/pseudonym","value":"svar-1"}]}""");
        var anonymous = await PostAsync(Example("svar"));
        var named = Example("svar");
        named["subject"] = new JsonObject { ["reference"] = $"Patient/{patient.Id}" };

        Assert.Equal(201, anonymous.Status);
        Assert.Null((await server.GetAsync($"QuestionnaireResponse/{anonymous.Id}")).Json["subject"]);
        var posted = await PostAsync(named);
        Assert.Equal(201, posted.Status);
        Assert.Equal([posted.Id], (await server.GetAsync($"QuestionnaireResponse?subject=Patient/{patient.Id}")).Entries.Select(static entry => entry!["resource"]!["id"]!.GetValue<string>()));
        Assert.Contains(anonymous.Id, (await server.GetAsync("QuestionnaireResponse?subject:missing=true&questionnaire=https://fhirpsychacute.dk/ig/Questionnaire/psychacute-experience"))
            .Entries.Select(static entry => entry!["resource"]!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_anonymous_answer_that_gives_the_person_away_is_refused()
    {
        var answer = Example("svar");
        answer["encounter"] = new JsonObject { ["reference"] = "Encounter/1" };
        var reply = await PostAsync(answer);

        Assert.Equal(422, reply.Status);
        Assert.Contains("Reglen psychacute-experience-1 er brudt: Et anonymt svar nævner ingen", Texts(reply));
    }

    [Theory]
    [InlineData("hjulpet", null, "Punktet 'hjulpet' skal besvares og har intet svar.")]
    [InlineData("lyttet", """{"valueCoding":{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-experience-answer","code":"maaske"}}""", "Koden 'maaske' findes ikke i https://fhirpsychacute.dk/ig/CodeSystem/psychacute-experience-answer.")]
    public async Task An_answer_on_the_experience_that_says_too_little_is_refused_in_Danish(string question, string? answer, string text)
    {
        var reply = await PostAsync(Example("svar", question, answer));

        Assert.Equal(422, reply.Status);
        Assert.Contains(text, Texts(reply));
    }

    private Task<Reply> PostAsync(JsonNode response) => server.PostAsync("QuestionnaireResponse", response.ToJsonString(), Danish);

    private static IEnumerable<string> Texts(Reply reply) => reply.Json["issue"]!.AsArray().Select(static issue => issue!["details"]!["text"]!.GetValue<string>());

    private static JsonNode Example(string name) => JsonNode.Parse(File.ReadAllText(Checkout.Locate($"profiles/compiled/examples/QuestionnaireResponse-eksempel-{name}.json")))!;

    // The example with another answer to a question, or, when there is none, without the question.
    private static JsonNode Example(string name, string question, string? answer)
    {
        var response = Example(name);
        var item = Items(response).Single(item => item["linkId"]!.GetValue<string>() == question);
        if (answer is null)
        {
            item.Parent!.AsArray().Remove(item);
        }
        else
        {
            item["answer"] = new JsonArray(JsonNode.Parse(answer));
        }

        return response;
    }

    private static IEnumerable<JsonNode> Items(JsonNode parent) => parent["item"]?.AsArray().ToList().SelectMany(static item => Items(item!).Prepend(item!)) ?? [];
}
