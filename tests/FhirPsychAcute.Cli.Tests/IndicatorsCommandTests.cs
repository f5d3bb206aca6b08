namespace FhirPsychAcute.Cli.Tests;

/// <summary><c>psychacute indicators</c> over files.</summary>
public sealed class IndicatorsCommandTests
{
    private const string Call = """
        {"resourceType":"Encounter","id":"1","status":"finished","class":{"code":"VR"},"type":[{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-call-line","code":"1813"}]}],"period":{"start":"2023-12-31T23:59:59+01:00","end":"2024-01-01T00:10:00+01:00"},"statusHistory":[{"status":"arrived","period":{"start":"2023-12-31T23:59:59+01:00","end":"2024-01-01T00:00:59+01:00"}},{"status":"in-progress","period":{"start":"2024-01-01T00:00:59+01:00","end":"2024-01-01T00:10:00+01:00"}}]}
        """;

    [Fact]
    public async Task A_call_is_counted_in_the_year_in_which_it_began_and_shown_to_those_who_may_see_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("calls.ndjson", Call + "\n");

        var run = await CliRun.Of("indicators", folder.Path, "--period", "2023", "--measure", "calls", "--by", "line", "--show-small");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"People who called +1 ", run.Output);
        Assert.Matches(@"Waiting time, median +1 +60 s", run.Output);
        Assert.Matches(@"1813 +1 ", run.Output);
    }

    [Fact]
    public async Task Small_counts_are_masked_in_Danish_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write("calls.ndjson", Call + "\n");

        var run = await CliRun.Of("indicators", folder.Path, "--period", "2023", "-m", "calls", "--lang", "da");

        Assert.Matches(@"Personer, der ringede +maskeret", run.Output);
        Assert.Contains("Antal fra 1 til 4 er maskeret", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_report_itself()
    {
        using var folder = new TemporaryFolder();
        folder.Write("calls.ndjson", Call + "\n");

        var run = await CliRun.Of("indicators", folder.Path, "--period", "2024", "-m", "calls", "--format", "json");

        Assert.StartsWith("""{"resourceType":"MeasureReport",""", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_counted_and_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("calls.ndjson", Call + "\n{\"resourceType\":\"Encounter\",\n");

        var run = await CliRun.Of("indicators", folder.Path, "--period", "2023", "-m", "calls", "--show-small");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("could not be read", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"Calls +1 ", run.Output);
    }

    [Theory]
    [InlineData("--period 2023", "files")]
    [InlineData("x.ndjson", "--period")]
    [InlineData("x.ndjson --period soon", "'soon' is no period")]
    [InlineData("x.ndjson --period 2023 --measure moon", "There is no measure 'moon'")]
    [InlineData("x.ndjson --period 2023 --by moon", "Nothing is divided by 'moon'")]
    public async Task What_cannot_be_understood_is_told_in_one_line(string arguments, string expected)
    {
        var run = await CliRun.Of(["indicators", .. arguments.Split(' ')]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
