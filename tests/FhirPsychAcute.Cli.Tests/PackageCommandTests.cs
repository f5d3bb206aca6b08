namespace FhirPsychAcute.Cli.Tests;

public sealed class PackageCommandTests
{
    [Fact]
    public async Task In_a_folder_the_file_gets_the_packages_name_and_version()
    {
        using var folder = new TemporaryFolder();
        var run = await CliRun.Of("package", "--output", folder.Path);

        Assert.Equal(0, run.ExitCode);
        var file = Assert.Single(Directory.EnumerateFiles(folder.Path));
        Assert.Equal("dk.fhirpsychacute-0.1.0.tgz", Path.GetFileName(file));
        Assert.StartsWith("dk.fhirpsychacute#0.1.0: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(file + Environment.NewLine, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_written_can_be_named_to_validate()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "profiles.tgz");
        Assert.Equal(0, (await CliRun.Of("package", "-o", file)).ExitCode);

        var patient = folder.Write("patient.json", """{"resourceType":"Patient","id":"a"}""");
        Assert.Equal(0, (await CliRun.Of("validate", patient, "--package", file, "--severity", "error")).ExitCode);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        var run = await CliRun.Of("package", "--output", Path.Combine(folder.Path, "none", "profiles.tgz"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(Path.Combine("none", "profiles.tgz"), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_are_not_taken()
    {
        var run = await CliRun.Of("package", "profiles.tgz");
        Assert.Equal(2, run.ExitCode);
    }
}
