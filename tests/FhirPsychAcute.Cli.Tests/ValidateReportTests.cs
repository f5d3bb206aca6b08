using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.Cli.Tests;

/// <summary>What <c>validate</c> reads and writes: forms of input, forms of report.</summary>
public sealed class ValidateReportTests
{
    private const string Faulty = "{\n  \"resourceType\": \"Patient\",\n  \"birthDate\": \"1970-13-01\"\n}\n";

    [Fact]
    public async Task Xml_is_checked_with_the_lines_of_the_xml()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("patient.xml", "<Patient xmlns=\"http://hl7.org/fhir\">\n  <birthDate value=\"i går\"/>\n</Patient>");

        var run = await CliRun.Of("validate", file);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{file}:2:", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Faulty, "-:3:16: error: Patient.birthDate: ")]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><birthDate value=\"x\"/></Patient>", "-:1:")]
    [InlineData("{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\",\"active\":\"yes\"}\n", "-:2:36: error: Patient.active: ")]
    [InlineData("{\"resourceType\":\"Patient\",\"active\":\"yes\"}", "-:1:36: error: Patient.active: ")]
    public async Task The_standard_input_is_taken_for_what_it_is(string input, string expected)
    {
        var run = await CliRun.WithInput(input, "validate", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(expected, Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_are_Danish_for_those_who_read_Danish()
    {
        var english = await CliRun.WithInput(Faulty, "validate", "-");
        var danish = await CliRun.WithInput(Faulty, "validate", "-", "--lang", "da");

        Assert.Contains(": fejl: Patient.birthDate: 'birthDate' er ikke en dato", danish.Output, StringComparison.Ordinal);
        Assert.NotEqual(english.Output, danish.Output);
    }

    [Fact]
    public async Task A_line_of_json_has_its_line_number_for_NDJSON_only()
    {
        using var folder = new TemporaryFolder();
        var lines = folder.Write("bulk.ndjson", "{\"resourceType\":\"Basic\"}\n\n" + Faulty.Replace("\n", "", StringComparison.Ordinal) + "\n");

        var run = await CliRun.Of("validate", lines, folder.Write("one.json", Faulty), "--format", "json");

        Assert.Equal(["file,line,outcome", "file,line,outcome", "file,outcome"], run.Lines.Select(line => string.Join(',', JsonNode.Parse(line)!.AsObject().Select(property => property.Key))));
        Assert.Equal(3, JsonNode.Parse(run.Lines[1])!["line"]!.GetValue<int>());
        Assert.Equal(3, JsonNode.Parse(run.Lines[1])!["outcome"]!["issue"]![0]!["extension"]![0]!["valueInteger"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_order_is_that_of_the_input_whatever_the_number_of_jobs()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(0, 500).Select(i => i % 7 == 0 ? $$"""{"resourceType":"Patient","gendr{{i}}":1}""" : """{"resourceType":"Parameters"}""");
        var file = folder.Write("bulk.ndjson", string.Join('\n', lines));

        var run = await CliRun.Of("validate", file, "--format", "json", "--jobs", "7");

        Assert.Equal(Enumerable.Range(1, 500), run.Lines.Select(line => JsonNode.Parse(line)!["line"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Severity_leaves_out_what_is_less_grave_and_the_exit_code_stays()
    {
        var all = await CliRun.WithInput("""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"}}""", "validate", "-", "--severity", "error", "--format", "json");

        Assert.Equal(0, all.ExitCode);
        Assert.Equal("informational", JsonNode.Parse(all.Lines[0])!["outcome"]!["issue"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Sarif_has_the_properties_that_its_schema_requires()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("med mellemrum.json", Faulty);

        var run = await CliRun.Of("validate", file, folder.Write("ok.json", """{"resourceType":"Parameters"}"""), "--format", "sarif");

        var log = JsonNode.Parse(run.Output)!;
        var sarif = log["runs"]![0]!;
        var result = Assert.Single(sarif["results"]!.AsArray())!;
        Assert.Equal("2.1.0", log["version"]!.GetValue<string>());
        Assert.Equal("psychacute", sarif["tool"]!["driver"]!["name"]!.GetValue<string>());
        Assert.Equal(result["ruleId"]!.GetValue<string>(), sarif["tool"]!["driver"]!["rules"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("error", result["level"]!.GetValue<string>());
        Assert.NotEmpty(result["message"]!["text"]!.GetValue<string>());
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(new Uri(file).AbsoluteUri, place["artifactLocation"]!["uri"]!.GetValue<string>());
        Assert.Equal(3, place["region"]!["startLine"]!.GetValue<int>());
        Assert.Equal(16, place["region"]!["startColumn"]!.GetValue<int>());
    }

    [Fact]
    public async Task Sarif_without_findings_has_an_empty_list_of_results()
    {
        var run = await CliRun.WithInput("""{"resourceType":"Parameters"}""", "validate", "-", "--format", "sarif");

        Assert.Empty(JsonNode.Parse(run.Output)!["runs"]![0]!["results"]!.AsArray());
    }

    [Fact]
    public async Task Html_shows_the_source_with_its_lines_marked_and_no_person_number()
    {
        using var folder = new TemporaryFolder();
        var report = Path.Combine(folder.Path, "report.html");

        var run = await CliRun.Of(
            "validate", folder.Write("p.json", "{\"resourceType\":\"Patient\",\n\"identifier\":[{\"value\":\"290202-4000\"}],\n\"birthDate\":\"<script>\"}"), "--format", "html", "--output", report, "--lang", "da");

        var html = await File.ReadAllTextAsync(report);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("<html lang=\"da\">", html, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"at\"><td>3</td><td>&quot;birthDate&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("290202", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_is_not_there_is_exit_code_3()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("validate", folder.Write("p.json", Faulty), "--package", "findes.ikke#1.0.0");

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_profile_that_is_not_loaded_is_exit_code_3()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("validate", folder.Write("p.json", Faulty), "--profile", "http://example.org/findes-ikke");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("http://example.org/findes-ikke", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_has_its_own_outcome_and_the_rest_goes_on()
    {
        using var folder = new TemporaryFolder();
        var package = folder.Write("broken.tgz", "this is not a package");

        var run = await CliRun.Of("validate", package, folder.Write("p.json", """{"resourceType":"Parameters"}"""), "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("fatal", JsonNode.Parse(run.Lines[0])!["outcome"]!["issue"]![0]!["severity"]!.GetValue<string>());
        Assert.Equal("information", JsonNode.Parse(run.Lines[1])!["outcome"]!["issue"]![0]!["severity"]!.GetValue<string>());
    }
}
