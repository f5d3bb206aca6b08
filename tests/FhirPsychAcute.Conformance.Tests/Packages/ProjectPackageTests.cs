using System.Text;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Packages.Writing;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Conformance.Tests.Packages;

/// <summary>The project's own profiles as a package: beside the program, and as it is given to others.</summary>
public sealed class ProjectPackageTests : IDisposable
{
    private readonly PackageBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void It_ships_beside_the_program_with_every_compiled_file()
    {
        var package = ProjectPackage.Of(ProjectPackage.Library)!;
        var files = Directory.EnumerateFiles(Checkout.Locate("profiles/compiled"), "*.json", SearchOption.AllDirectories).Select(file => Path.GetFileName(file));
        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            package.Definitions.Select(definition => definition.FileName!).Concat(package.Instances.Select(instance => Path.GetFileName(instance.FileName))).Order(StringComparer.Ordinal));
        Assert.Empty(ProjectPackage.Library.Findings);
        Assert.Equal("https://fhirpsychacute.dk/ig", package.Canonical);
    }

    [Fact]
    public void Its_profiles_are_found_by_canonical()
    {
        Assert.True(ProjectPackage.Library.Root.TryResolve("https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-call", out var call));
        Assert.Equal("PsychAcuteCall", call.Document.Root.ChildValue("name"));
        Assert.Equal("dk.fhirpsychacute", call.Package.Name);
    }

    [Fact]
    public void Its_manifest_says_what_the_compiler_is_told()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Checkout.Locate("profiles/guide.package.json")))!;
        var lines = File.ReadAllLines(Checkout.Locate("profiles/sushi-config.yaml"));
        Assert.Contains($"canonical: {manifest["canonical"]}", lines);
        Assert.Contains($"version: {manifest["version"]}", lines);
        Assert.Contains($"fhirVersion: {manifest["fhirVersions"]![0]}", lines);
        foreach (var name in (string[])["hl7.terminology.r4", "hl7.fhir.uv.extensions.r4"])
        {
            Assert.Contains($"  {name}: {manifest["dependencies"]![name]}", lines);
        }
    }

    [Fact]
    public void Written_for_others_every_profile_has_a_snapshot_and_the_package_loads_again()
    {
        var path = Write("out.tgz");
        var library = DefinitionLibrary.Load(path);
        Assert.Empty(library.Findings);
        var package = Assert.Single(library.Packages);
        var shipped = ProjectPackage.Of(ProjectPackage.Library)!;
        Assert.Equal(shipped.Id, package.Id);
        Assert.Equal(shipped.Definitions.Select(definition => definition.Canonical), package.Definitions.Select(definition => definition.Canonical));
        Assert.Equal(shipped.Instances.Select(instance => instance.FileName), package.Instances.Select(instance => instance.FileName));
        foreach (var profile in package.Definitions.Where(definition => definition.ResourceType == "StructureDefinition"))
        {
            Assert.True(ResourceDocument.Parse(profile.Document.Bytes, library.Schema).IsValid, profile.Url);
            Assert.True(profile.Document.Root.Child("snapshot").Exists, profile.Url);
            Assert.True(profile.Document.Root.Child("differential").Exists, profile.Url);
        }
    }

    [Fact]
    public void The_same_profiles_give_the_same_bytes() => Assert.Equal(File.ReadAllBytes(Write("one.tgz")), File.ReadAllBytes(Write("two.tgz")));

    [Fact]
    public void The_lists_of_files_are_those_of_the_package_format()
    {
        using var file = File.Create(bench.PathOf("a.tgz"));
        PackageWriter.Write(
            file,
            Encoding.UTF8.GetBytes(PackageBench.Manifest("a#1.0.0")),
            [Encoding.UTF8.GetBytes("""{"resourceType":"StructureDefinition","id":"x","url":"http://example.org/x","version":"1","kind":"resource","type":"Patient"}""")],
            [Encoding.UTF8.GetBytes("""{"resourceType":"Patient","id":"p"}""")]);
        file.Close();
        Assert.Equal(
            ["package/package.json", "package/.index.json", "package/StructureDefinition-x.json", "package/example/.index.json", "package/example/Patient-p.json"],
            PackageBench.Entries(bench.PathOf("a.tgz")).Select(entry => entry.Name));
        Assert.Equal(
            """{"index-version":2,"files":[{"filename":"StructureDefinition-x.json","resourceType":"StructureDefinition","id":"x","url":"http://example.org/x","version":"1","kind":"resource","type":"Patient"}]}""",
            JsonNode.Parse(PackageBench.Entries(bench.PathOf("a.tgz"))[1].Text)!.ToJsonString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("{\"resourceType\":\"Patient\"}")]
    public void What_is_no_resource_with_an_id_is_not_written(string text) =>
        Assert.Throws<InvalidDataException>(() => PackageWriter.Write(Stream.Null, default, [Encoding.UTF8.GetBytes(text)], []));

    [Fact]
    public void Two_resources_of_one_name_are_not_written()
    {
        var patient = Encoding.UTF8.GetBytes("""{"resourceType":"Patient","id":"p"}""");
        Assert.Throws<InvalidDataException>(() => PackageWriter.Write(Stream.Null, default, [], [patient, patient]));
    }

    private string Write(string name)
    {
        using var file = File.Create(bench.PathOf(name));
        ProjectPackage.WriteWithSnapshots(file, ProjectPackage.Of(ProjectPackage.Library)!, new SnapshotSource());
        return bench.PathOf(name);
    }
}
