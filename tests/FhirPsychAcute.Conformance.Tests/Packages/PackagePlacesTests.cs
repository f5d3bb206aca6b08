using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Conformance.Tests.Packages;

public sealed class PackagePlacesTests : IDisposable
{
    private const string Url = "http://example.org/ValueSet/v";
    private const string Index = """{"index-version":2,"files":[{"filename":"ValueSet-v.json","resourceType":"ValueSet","id":"v","url":"http://example.org/ValueSet/v","version":"1"}]}""";

    private readonly PackageBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("cache")]
    [InlineData("cache/a#1.0.0")]
    [InlineData("cache/a#1.0.0/package")]
    public void A_cache_an_unpacked_package_and_its_inner_folder_mean_the_package(string given)
    {
        bench.Write("cache/a#1.0.0/package/package.json", PackageBench.Manifest("a#1.0.0"));
        bench.Write("cache/a#1.0.0/package/ValueSet-v.json", PackageBench.ValueSet(Url, "1").Text);
        bench.Write("cache/a#1.0.0/package/example/Patient-p.json", """{"resourceType":"Patient","id":"p"}""");
        var package = Assert.Single(DefinitionLibrary.Load(bench.PathOf(given)).Packages);
        Assert.Equal("a#1.0.0", package.Id.ToString());
        Assert.Equal(Url, Assert.Single(package.Definitions).Url);
        var example = Assert.Single(package.Instances);
        Assert.Equal(("example/Patient-p.json", "Patient", "p", true), (example.FileName, example.ResourceType, example.Id, example.IsExample));
    }

    [Fact]
    public void A_folder_of_package_files_means_them_all()
    {
        bench.Package("a#1.0.0", []);
        bench.Package("b#1.0.0", []);
        Assert.Equal(["a#1.0.0", "b#1.0.0"], DefinitionLibrary.Load(bench.Folder).Packages.Select(package => package.Id.ToString()));
    }

    [Fact]
    public void Dependencies_that_lie_beside_a_package_are_loaded_too()
    {
        bench.Package("base#1.0.0", [], PackageBench.ValueSet(Url, "1"));
        bench.Package("base#2.0.0", [], PackageBench.ValueSet(Url, "2"));
        bench.Package("middle#1.0.0", ["base#1.0.0"]);
        var library = DefinitionLibrary.Load(bench.Package("top#1.0.0", ["middle#1.0.0", "gone#1.0.0"]));
        Assert.Equal(["base#1.0.0", "middle#1.0.0", "top#1.0.0"], library.Packages.Select(package => package.Id.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["package.neighbour", "package.neighbour", "package.dependency-missing"], library.Findings.Select(finding => finding.MessageId));
        Assert.True(library.Root.TryResolve(Url, out var definition));
        Assert.Equal("1", definition.Version);
    }

    [Theory]
    [InlineData("cache/top#1.0.0")]
    [InlineData("cache/top#1.0.0/package")]
    public void Dependencies_are_found_in_the_cache_that_a_package_is_in(string given)
    {
        bench.Write("cache/base#1.0.0/package/package.json", PackageBench.Manifest("base#1.0.0"));
        bench.Write("cache/base#1.0.0/package/ValueSet-v.json", PackageBench.ValueSet(Url, "1").Text);
        bench.Write("cache/top#1.0.0/package/package.json", PackageBench.Manifest("top#1.0.0", "base#1.0.0", "../../evil#1.0.0"));
        var library = DefinitionLibrary.Load(bench.PathOf(given));
        Assert.True(library.Packages.Single(package => package.Id.Name == "top").Scope.TryResolve(Url, out _, out var from));
        Assert.Equal(ResolvedFrom.Dependency, from);
    }

    [Fact]
    public void Without_a_list_of_files_each_file_says_what_it_is()
    {
        bench.Write("p/package/package.json", PackageBench.Manifest("a#1.0.0"));
        bench.Write("p/package/misnamed.json", PackageBench.ValueSet(Url, "1").Text);
        Assert.True(DefinitionLibrary.Load(bench.PathOf("p")).Root.TryResolve(Url + "|1", out _));
    }

    [Fact]
    public void A_list_that_names_exactly_the_files_is_believed()
    {
        bench.Write("p/package/package.json", PackageBench.Manifest("a#1.0.0"));
        var file = bench.Write("p/package/ValueSet-v.json", PackageBench.ValueSet("http://example.org/other", "2").Text);
        var list = bench.Write("p/package/.index.json", Index);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(list));
        Assert.True(DefinitionLibrary.Load(bench.PathOf("p")).Root.TryResolve(Url, out var definition));
        var error = Assert.Throws<InvalidDataException>(() => definition.Document);
        Assert.Contains("a#1.0.0/ValueSet-v.json is not http://example.org/ValueSet/v", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_older_than_a_file_is_not_believed_about_it()
    {
        bench.Write("p/package/package.json", PackageBench.Manifest("a#1.0.0"));
        File.SetLastWriteTimeUtc(bench.Write("p/package/.index.json", Index), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        bench.Write("p/package/ValueSet-v.json", PackageBench.ValueSet("http://example.org/other", "2").Text);
        Assert.True(DefinitionLibrary.Load(bench.PathOf("p")).Root.TryResolve("http://example.org/other", out _));
    }

    [Theory]
    [InlineData("nothing like it")]
    [InlineData("[]")]
    [InlineData("{\"files\":[7]}")]
    [InlineData("{\"files\":[{\"filename\":\"gone.json\",\"resourceType\":\"ValueSet\"}]}")]
    public void A_list_that_is_wrong_is_not_used(string list)
    {
        bench.Write("p/package/package.json", PackageBench.Manifest("a#1.0.0"));
        bench.Write("p/package/ValueSet-v.json", PackageBench.ValueSet(Url, "1").Text);
        bench.Write("p/package/.index.json", list);
        Assert.True(DefinitionLibrary.Load(bench.PathOf("p")).Root.TryResolve(Url, out _));
    }

    [Fact]
    public void A_single_file_may_be_JSON_or_XML()
    {
        var json = bench.Write("v.json", PackageBench.ValueSet(Url, "1").Text);
        var xml = bench.Write("w.xml", """<ValueSet xmlns="http://hl7.org/fhir"><url value="http://example.org/w"/><version value="2"/><status value="draft"/></ValueSet>""");
        var library = DefinitionLibrary.Load(json, xml);
        Assert.True(library.Root.TryResolve(Url, out _));
        Assert.True(library.Root.TryResolve("http://example.org/w|2", out var fromXml));
        Assert.Equal("draft", fromXml.Document.Root.ChildValue("status"));
        Assert.All(library.Packages, package => Assert.True(package.IsAnonymous));
    }

    [Fact]
    public void A_single_file_sees_everything_that_is_loaded()
    {
        var library = DefinitionLibrary.Load(bench.Write("v.json", PackageBench.ValueSet(Url, "1").Text), bench.Package("a#1.0.0", [], PackageBench.ValueSet("http://example.org/a", "1")));
        Assert.True(library.Root.TryResolve(Url, out var single));
        Assert.True(single.Scope.TryResolve("http://example.org/a", out _));
        Assert.True(single.Scope.TryResolve("http://hl7.org/fhir/StructureDefinition/Patient", out _));
    }

    [Fact]
    public void A_bare_folder_of_resource_files_is_read_whole()
    {
        bench.Write("some/a.json", PackageBench.ValueSet("http://example.org/a", "1").Text);
        bench.Write("some/Patient-p.json", """{"resourceType":"Patient","id":"p"}""");
        bench.Write("some/notes.txt", "not a resource");
        var package = Assert.Single(DefinitionLibrary.Load(bench.PathOf("some")).Packages);
        Assert.Equal("http://example.org/a", Assert.Single(package.Definitions).Url);
        Assert.Equal("p", Assert.Single(package.Instances).Id);
        Assert.True(package.IsAnonymous);
    }

    [Theory]
    [InlineData("v.json", "{}", "package.no-resource")]
    [InlineData("v.json", "{", "package.not-a-resource")]
    [InlineData("v.json", "", "package.not-a-resource")]
    [InlineData("v.json", "{\"resourceType\":\"Patient\"}", "package.empty")]
    [InlineData("v.xml", "<a/>", "package.not-a-resource")]
    [InlineData("v.xml", "<a", "package.not-a-resource")]
    public void A_file_that_defines_nothing_is_named(string name, string text, string messageId)
    {
        var path = bench.Write(name, text);
        var finding = Assert.Single(DefinitionLibrary.Load(path).Findings);
        Assert.Equal((path, messageId), (finding.Source, finding.MessageId));
    }

    [Fact]
    public void An_empty_folder_is_named() => Assert.Equal("package.empty", Assert.Single(DefinitionLibrary.Load(bench.Folder).Findings).MessageId);

    [Fact]
    public void A_package_named_twice_is_loaded_once()
    {
        var path = bench.Package("a#1.0.0", []);
        Assert.Empty(DefinitionLibrary.Load(path, path).Findings);
        File.Copy(path, bench.PathOf("copy.tgz"));
        var library = DefinitionLibrary.Load(path, bench.PathOf("copy.tgz"));
        Assert.Single(library.Packages);
        Assert.Equal("package.loaded-twice", Assert.Single(library.Findings).MessageId);
    }

    [Fact]
    public void A_definition_whose_file_is_gone_says_so()
    {
        var path = bench.Write("v.json", PackageBench.ValueSet(Url, "1").Text);
        var library = DefinitionLibrary.Load(path);
        File.Delete(path);
        Assert.True(library.Root.TryResolve(Url, out var definition));
        Assert.Throws<InvalidDataException>(() => definition.Document);
        Assert.Equal(0, definition.Size);
    }
}
