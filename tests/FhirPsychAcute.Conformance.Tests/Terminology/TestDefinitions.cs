using System.Text;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Terminology.Operations;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

/// <summary>Some definitions laid over R4, and terminology as seen from there.</summary>
internal sealed class TestDefinitions
{
    public const string System = "http://example.org/cs";

    /// <summary>A code system with a hierarchy by nesting and by property, several properties, designations, an abstract and an inactive concept.</summary>
    public const string CodeSystem = """
        {"resourceType":"CodeSystem","url":"http://example.org/cs","version":"2","name":"Cs","status":"active","content":"complete","caseSensitive":true,
         "property":[{"code":"colour","type":"code"},{"code":"size","type":"integer"},{"code":"link","type":"Coding"},
          {"code":"gone","uri":"http://hl7.org/fhir/concept-properties#inactive","type":"boolean"}],
         "concept":[
          {"code":"animal","display":"Animal","property":[{"code":"notSelectable","valueBoolean":true}],"concept":[
            {"code":"dog","display":"Dog","designation":[{"language":"da","use":{"system":"http://use","code":"short"},"value":"Hund"},{"language":"de","value":"Hund (de)"}],
             "property":[{"code":"colour","valueCode":"brown"},{"code":"size","valueInteger":40}],
             "concept":[{"code":"puppy","display":"Puppy","property":[{"code":"colour","valueCode":"white"},{"code":"colour","valueCode":"brown"}]}]},
            {"code":"cat","display":"Cat","property":[{"code":"colour","valueCode":"black"},{"code":"link","valueCoding":{"system":"http://x","code":"c"}}]}]},
          {"code":"robodog","display":"Robot dog","property":[{"code":"parent","valueCode":"dog"},{"code":"size","valueInteger":7}]},
          {"code":"dodo","display":"Dodo","property":[{"code":"gone","valueBoolean":true},{"code":"status","valueCode":"retired"}]}]}
        """;

    public TestDefinitions(params string[] resources) =>
        Scope = new ResourceScope(DefinitionLibrary.R4.Root, new PackageId("test", "1"), resources.Prepend(CodeSystem).Select(Read));

    public TerminologyService Service { get; } = new(DefinitionLibrary.R4);

    public DefinitionScope Scope { get; }

    public static ResourceDocument Read(string json)
    {
        var parsed = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionLibrary.R4.Schema);
        return parsed.IsValid ? parsed.Document : throw new ArgumentException(parsed.Issues[0].Message, nameof(json));
    }

    /// <summary>A ValueSet with that compose.</summary>
    public static string ValueSet(string url, string compose) => $$"""{"resourceType":"ValueSet","url":"{{url}}","status":"active","compose":{{compose}}}""";

    /// <summary>Expands a value set that stands for itself; the codes in order, at every depth.</summary>
    public string Expand(string compose, params (string Name, string Value)[] parameters) => string.Join(' ', Codes(Expansion(compose, parameters)["contains"]));

    public JsonNode Expansion(string compose, params (string Name, string Value)[] parameters)
    {
        var answer = ExpandAnswer(compose, parameters);
        Assert.True(answer.Fault is null, answer.Fault?.Text(Language.English));
        var valueSet = ResourceDocument.Parse(answer.Resource, DefinitionLibrary.R4.Schema);
        Assert.True(valueSet.IsValid);
        return JsonNode.Parse(answer.Resource.Span)!["expansion"]!;
    }

    public OperationAnswer ExpandAnswer(string compose, params (string Name, string Value)[] parameters)
    {
        var input = new OperationInput { Instance = Read(ValueSet("http://example.org/asked", compose)) };
        foreach (var (name, value) in parameters)
        {
            input.Add(name, value);
        }

        return Service.Expand(Scope, input);
    }

    public CodeVerdict Verdict(string valueSet, string system, string code) => Service.Compile(Scope, valueSet).IsMember(Encoding.UTF8.GetBytes(system), Encoding.UTF8.GetBytes(code));

    private static IEnumerable<string> Codes(JsonNode? contains) => (contains?.AsArray() ?? []).SelectMany(entry => Codes(entry!["contains"]).Prepend(entry["code"]!.GetValue<string>()));
}
