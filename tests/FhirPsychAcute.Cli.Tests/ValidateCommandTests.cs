using System.Text.Json;

namespace FhirPsychAcute.Cli.Tests;

public sealed class ValidateCommandTests
{
    private const string Faulty = """
        {
          "resourceType": "Patient",
          "birthDate": "1970-13-01"
        }
        """;

    [Fact]
    public async Task A_well_formed_resource_is_exit_code_0_and_prints_nothing()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("validate", folder.Write("patient.json", """{"resourceType":"Patient","active":true}"""));

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal("Resources: 1; no fault." + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task A_fault_is_printed_with_file_line_column_and_path()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("patient.json", Faulty);

        var run = await CliRun.Of("validate", file);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{file}:3:16: error: Patient.birthDate: ", Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.Equal("Resources: 1; with errors: 1; errors: 1; warnings: 0; remarks: 0." + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task A_fault_in_an_NDJSON_file_has_the_line_of_that_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("bulk.ndjson", "{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\",\"active\":\"yes\"}\n");

        var run = await CliRun.Of("validate", file);

        Assert.StartsWith($"{file}:2:36: error: Patient.active: ", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_format_json_each_resource_is_one_line_with_an_OperationOutcome()
    {
        using var folder = new TemporaryFolder();
        var good = folder.Write("1.json", """{"resourceType":"Patient"}""");
        var bad = folder.Write("2.json", Faulty);

        var run = await CliRun.Of("validate", "--format", "json", good, bad);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        using var first = JsonDocument.Parse(run.Lines[0]);
        using var second = JsonDocument.Parse(run.Lines[1]);
        Assert.Equal(good, first.RootElement.GetProperty("file").GetString());
        Assert.Equal("information", Issue(first).GetProperty("severity").GetString());
        Assert.Equal("error", Issue(second).GetProperty("severity").GetString());
        Assert.Equal("value", Issue(second).GetProperty("code").GetString());
        Assert.Equal("Patient.birthDate", Issue(second).GetProperty("expression")[0].GetString());
        Assert.Equal(3, Issue(second).GetProperty("extension")[0].GetProperty("valueInteger").GetInt32());
    }

    [Fact]
    public async Task What_is_no_JSON_is_a_fault_and_no_crash()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("validate", folder.Write("broken.json", "{\"resourceType\":\"Patient\",\u0000"), folder.Write("empty.json", ""));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Lines.Length);
    }

    private static JsonElement Issue(JsonDocument line) =>
        line.RootElement.GetProperty("outcome").GetProperty("issue")[0];
}
