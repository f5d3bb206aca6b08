namespace FhirPsychAcute.Cli.Tests;

public sealed class ConvertCommandTests
{
    private const string Json = """
        {
          "resourceType": "Observation",
          "status": "final",
          "code": {
            "text": "Ångst"
          },
          "valueQuantity": {
            "value": 1.50
          }
        }

        """;

    private const string Xml = """
        <Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="Ångst"/></code><valueQuantity><value value="1.50"/></valueQuantity></Observation>
        """;

    [Fact]
    public async Task Json_becomes_xml_and_json_again_with_every_value_as_written()
    {
        using var folder = new TemporaryFolder();
        var json = folder.Write("o.json", Json);
        var xml = Path.Combine(folder.Path, "o.xml");
        var back = Path.Combine(folder.Path, "back.json");

        Assert.Equal(0, (await CliRun.Of("convert", json, xml)).ExitCode);
        Assert.Equal(0, (await CliRun.Of("convert", xml, back)).ExitCode);

        Assert.Contains("<value value=\"1.50\"/>", await File.ReadAllTextAsync(xml), StringComparison.Ordinal);
        Assert.Equal(Json, await File.ReadAllTextAsync(back));
    }

    [Fact]
    public async Task From_the_standard_input_to_the_standard_output()
    {
        var run = await CliRun.WithInput(Xml, "convert", "-", "--to", "json", "--compact");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("""{"resourceType":"Observation","status":"final","code":{"text":"Ångst"},"valueQuantity":{"value":1.50}}""" + "\n", run.Output);
    }

    [Fact]
    public async Task The_entries_of_a_Bundle_become_lines_and_lines_a_Bundle()
    {
        using var folder = new TemporaryFolder();
        var lines = folder.Write("two.ndjson", "{\"resourceType\":\"Patient\",\"id\":\"a\"}\n{\"resourceType\":\"Patient\",\"id\":\"b\"}\n");
        var bundle = Path.Combine(folder.Path, "bundle.xml");

        Assert.Equal(0, (await CliRun.Of("convert", lines, bundle)).ExitCode);
        var run = await CliRun.Of("convert", bundle, "--to", "ndjson");

        Assert.Equal("{\"resourceType\":\"Patient\",\"id\":\"a\"}\n{\"resourceType\":\"Patient\",\"id\":\"b\"}\n", run.Output);
    }

    [Fact]
    public async Task What_has_faults_is_left_out_and_told()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("convert", folder.Write("x.json", """{"resourceType":"Patient","gendr":"x"}"""), "--to", "xml");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("gendr", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_ending_or_to_it_is_not_known_what_to_convert_to()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, (await CliRun.Of("convert", folder.Write("x.json", Json))).ExitCode);
    }
}
