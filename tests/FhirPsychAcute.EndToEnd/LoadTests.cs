using FhirPsychAcute.Cli.Tests;

namespace FhirPsychAcute.EndToEnd;

/// <summary><c>psychacute load</c> against the server.</summary>
public sealed class LoadTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_scenario_goes_in_once_and_a_second_time_creates_nothing()
    {
        var path = Checkout.Locate("examples/scenario-1-mette");

        var first = await CliRun.Of("load", path, "--server", server.Base);
        var second = await CliRun.Of("load", path, "--server", server.Base);

        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith("Loaded: 21 (21 created, 0 updated). Files: 1.", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.StartsWith("Loaded: 21 (0 created, 21 updated). Files: 1.", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_structure_check_refuses_is_left_out_and_the_rest_of_the_file_goes_in()
    {
        var folder = Directory.CreateTempSubdirectory("psychacute-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "bulk.ndjson");
            await File.WriteAllLinesAsync(file,
            [
                """{"resourceType":"Patient","id":"load-1","active":true}""",
                """{"resourceType":"Patient","id":"load-2","active":"true"}""",
                """{"resourceType":"Patient","id":"load-3","active":true}""",
            ]);

            var run = await CliRun.Of("load", file, "--server", server.Base);

            Assert.Equal(1, run.ExitCode);
            Assert.StartsWith("Loaded: 2 (2 created, 0 updated).", run.Output, StringComparison.Ordinal);
            Assert.StartsWith($"  {file}:2: line 2, column ", run.Lines[2], StringComparison.Ordinal);
            Assert.Equal(200, (await server.GetAsync("Patient/load-1")).Status);
            Assert.Equal(404, (await server.GetAsync("Patient/load-2")).Status);
            Assert.Equal(200, (await server.GetAsync("Patient/load-3")).Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [ConformanceFact("packages")]
    public async Task A_Danish_package_goes_in_with_its_examples()
    {
        var run = await CliRun.Of("load", ConformanceData.Locate("packages/hl7.fhir.dk.core-3.7.0.tgz"), "--server", server.Base);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(200, (await server.GetAsync("StructureDefinition/dk-core-patient")).Status);
    }
}
