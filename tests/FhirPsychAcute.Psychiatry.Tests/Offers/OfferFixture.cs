using System.Text;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Offers;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Offers;

/// <summary>Asks a directory as a client does.</summary>
internal static class OfferFixture
{
    /// <summary>The tables as they ship.</summary>
    public static OfferTables Tables { get; } = new(new RuleFolder());

    /// <summary>The fictitious directory of examples/directory.</summary>
    public static OfferDirectory Example { get; } = Of(ExampleResources());

    /// <summary>Its resources as a server stores them: each with an id, references by it.</summary>
    public static string[] ExampleResources()
    {
        var set = ResourceSet.OfBundle(ProfileRules.Parse(File.ReadAllText(Checkout.Locate("examples/directory/transaction.json"))));
        var addresses = set.All.ToDictionary(set.AddressOf, static resource => resource.Type.Name, StringComparer.Ordinal);
        return
        [
            .. set.All.Select(resource => addresses.Aggregate(
                    Encoding.UTF8.GetString(resource.Bytes.Span), static (json, known) => json.Replace($"\"{known.Key}\"", $"\"{known.Value}/{known.Key["urn:uuid:".Length..]}\"", StringComparison.Ordinal))
                .Replace("\"meta\"", $"\"id\":\"{set.AddressOf(resource)["urn:uuid:".Length..]}\",\"meta\"", StringComparison.Ordinal)),
        ];
    }

    /// <summary>A directory of these resources.</summary>
    public static OfferDirectory Of(params IEnumerable<string> resources) => new(new ResourceSet(resources.Select(ProfileRules.Parse)), Tables);

    /// <summary>An offer in JSON with further elements.</summary>
    public static string Offer(string id, string type, string more = "") =>
        $$"""
        {"resourceType":"HealthcareService","id":"{{id}}","active":true,"name":"{{id}}",
         "type":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-type","code":"{{type}}"}]}]{{(more.Length > 0 ? "," + more : "")}}}
        """;

    /// <summary>The answer to parameters written as a query: <c>municipality=0997&amp;age=24</c>.</summary>
    public static OfferReply Ask(this OfferDirectory directory, string query, Language language = Language.Danish)
    {
        var input = new OperationInput();
        foreach (var item in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            input.Add(item[..equals], item[(equals + 1)..]);
        }

        return directory.Answer(input, new DateTimeOffset(2026, 3, 13, 22, 0, 0, TimeSpan.FromHours(1)), language, "http://127.0.0.1/fhir", "http://127.0.0.1/fhir/HealthcareService/$find-offer");
    }

    /// <summary>Names of the offers found, in order.</summary>
    public static List<string> Names(this OfferDirectory directory, string query) =>
        [.. Entries(directory.Ask(query)).Where(static entry => Mode(entry) == "match").Select(static entry => entry["resource"]!["name"]!.GetValue<string>())];

    /// <summary>The texts of the notes on the whole.</summary>
    public static List<string> Notes(this OfferDirectory directory, string query) =>
    [
        .. Entries(directory.Ask(query)).Where(static entry => Mode(entry) == "outcome").SelectMany(static entry => entry["resource"]!["issue"]!.AsArray())
            .Select(static issue => issue!["details"]!["text"]!.GetValue<string>()),
    ];

    /// <summary>The texts of reasons or remarks on the first offer.</summary>
    public static List<string> Texts(this OfferDirectory directory, string query, string url) =>
        [.. Fit(Entries(directory.Ask(query)).First(static entry => Mode(entry) == "match")).Where(part => part!["url"]!.GetValue<string>() == url)
            .Select(static part => part!["valueCodeableConcept"]!["text"]!.GetValue<string>())];

    /// <summary>What is wrong with a question: parameter and text.</summary>
    public static List<string> Faults(this OfferDirectory directory, string query) =>
        [.. directory.Ask(query).Faults.Select(static fault => $"{fault.Expression}: {fault.Text(Language.Danish)}")];

    private static JsonArray Fit(JsonNode entry) => entry["search"]!["extension"]![0]!["extension"]!.AsArray();

    private static string Mode(JsonNode entry) => entry["search"]!["mode"]!.GetValue<string>();

    private static IEnumerable<JsonNode> Entries(OfferReply reply)
    {
        Assert.Empty(reply.Faults);
        return JsonNode.Parse(Encoding.UTF8.GetString(reply.Bundle.Span))!["entry"]?.AsArray().Select(static entry => entry!) ?? [];
    }
}
