using System.Text;

namespace FhirPsychAcute.Cli.Tests;

public sealed class InputTests
{
    [Fact]
    public void A_folder_means_the_JSON_and_NDJSON_files_below_it_in_order()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.json", "{}");
        folder.Write("a/c.ndjson", "{}");
        folder.Write("a/notes.txt", "");
        folder.Write("package.json", "{}");
        folder.Write(".index.json", "{}");

        Assert.Equal(["a/c.ndjson", "b.json"], Found(folder, folder.Path));
    }

    [Theory]
    [InlineData("*.json", "1.json", "2.json")]
    [InlineData("**/*.json", "1.json", "2.json", "sub/3.json", "sub/deep/4.json")]
    [InlineData("sub/*", "sub/3.json")]
    [InlineData("*/deep/?.json", "sub/deep/4.json")]
    public void A_pattern_means_the_files_that_match(string pattern, params string[] expected)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["1.json", "2.json", "sub/3.json", "sub/deep/4.json"])
        {
            folder.Write(name, "{}");
        }

        Assert.Equal(expected, Found(folder, Path.Combine(folder.Path, pattern)));
    }

    [Fact]
    public void A_file_that_is_named_twice_is_read_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("1.json", "{}");

        Assert.Single(InputPaths.Find([file, folder.Path, file], Texts.English));
    }

    [Fact]
    public void A_folder_without_resources_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(3, Assert.Throws<CommandException>(() => InputPaths.Find([folder.Path], Texts.English)).ExitCode);
    }

    [Fact]
    public async Task The_lines_of_an_NDJSON_file_are_numbered_and_empty_ones_left_out()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("bulk.ndjson", "{\"a\":1}\r\n\n  {\"b\":2}  \n{\"c\":3}");

        var read = await SourceReader.ReadAsync([new InputFile(file, 0)]).ToListAsync();

        Assert.Equal(["{\"a\":1}", "  {\"b\":2}  ", "{\"c\":3}"], read.Select(source => Encoding.UTF8.GetString(source.Bytes.Span)));
        Assert.Equal([1, 3, 4], read.Select(source => source.Location.Line!.Value));
    }

    [ConformanceFact("packages")]
    public async Task A_package_gives_its_definitions_and_its_examples()
    {
        var file = ConformanceData.Locate("packages/hl7.fhir.dk.core-3.7.0.tgz");

        var names = await SourceReader.ReadAsync([new InputFile(file, 0)]).Select(source => source.Location.File[(file.Length + 1)..]).ToListAsync();

        Assert.Equal(162, names.Count(name => name.StartsWith("package/example/", StringComparison.Ordinal)));
        Assert.Contains("package/StructureDefinition-dk-core-patient.json", names);
        Assert.DoesNotContain("package/package.json", names);
        Assert.DoesNotContain("package/.index.json", names);
    }

    private static IEnumerable<string> Found(TemporaryFolder folder, string path) =>
        InputPaths.Find([path], Texts.English).Select(file => Path.GetRelativePath(folder.Path, file.Path).Replace('\\', '/'));
}
