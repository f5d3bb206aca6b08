namespace FhirPsychAcute.Cli.Tests;

public sealed class FhirPathCommandTests
{
    private const string Patient = """{"resourceType":"Patient","id":"p1","name":[{"family":"Ågård","given":["Mette"]},{"family":"Kjær"}]}""";

    [Theory]
    [InlineData("Patient.name.family", "Ågård", "Kjær")]
    [InlineData("Patient.name.count()", "2")]
    [InlineData("Patient.name.first()", """{"family":"Ågård","given":["Mette"]}""")]
    [InlineData("Patient.name.family.exists()", "true")]
    [InlineData("Patient.birthDate")]
    public async Task Each_item_of_the_result_is_a_line(string expression, params string[] expected)
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("fhirpath", expression, folder.Write("patient.json", Patient));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected, run.Lines);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Every_resource_of_an_NDJSON_file_is_asked()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("fhirpath", "id", folder.Write("bulk.ndjson", Patient + "\n" + """{"resourceType":"Task","id":"t1","status":"draft","intent":"order"}"""));

        Assert.Equal(["p1", "t1"], run.Lines);
    }

    [Fact]
    public async Task An_expression_that_is_not_FHIRPath_is_exit_code_2()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("fhirpath", "Patient.name[", folder.Write("patient.json", Patient));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("psychacute: The expression is not FHIRPath: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_ends_in_an_error_is_exit_code_1()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("fhirpath", "Patient.name.single()", folder.Write("patient.json", Patient));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("psychacute: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_with_faults_is_exit_code_1()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.Of("fhirpath", "id", folder.Write("patient.json", """{"resourceType":"Patient","active":1}"""));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Patient.active", run.Error, StringComparison.Ordinal);
    }
}
