using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>This project's profiles hold for what is written, as they do unless an operator says otherwise.</summary>
public sealed class ProjectProfileTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_example_of_the_guide_is_taken()
    {
        var refused = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Checkout.Locate("profiles/compiled/examples"), "*.json").Order(StringComparer.Ordinal))
        {
            var example = await File.ReadAllTextAsync(file);
            var resource = JsonNode.Parse(example)!;
            var reply = await server.PutAsync($"{resource["resourceType"]}/{resource["id"]}", example);
            if (reply.Status is not (200 or 201))
            {
                refused.Add($"{Path.GetFileName(file)}: {reply.Status} {reply.Body}");
            }
        }

        Assert.Empty(refused);
    }

    [Fact]
    public async Task A_call_that_breaks_its_profile_is_refused_and_told_in_Danish_where_and_by_which_rule()
    {
        var reply = await server.PostAsync("Encounter", """
            {"resourceType":"Encounter","status":"finished","class":{"code":"VR"},
             "meta":{"profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-call"]}}
            """, ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        Assert.Equal("da", reply.Header("Content-Language"));
        Assert.Contains(reply.Json["issue"]!.AsArray(), issue =>
            issue!["severity"]!.GetValue<string>() == "error" &&
            issue["expression"]![0]!.GetValue<string>() == "Encounter" &&
            issue["extension"]!.AsArray().Any(extension =>
                extension!["valueString"]?.GetValue<string>().StartsWith("https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-call|", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task The_same_resource_without_the_claim_is_taken()
    {
        Assert.Equal(201, (await server.PostAsync("Encounter", """{"resourceType":"Encounter","status":"finished","class":{"code":"VR"}}""")).Status);
    }
}
