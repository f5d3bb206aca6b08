using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Packages.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Packages;

public sealed class HostilePackageTests : IDisposable
{
    private readonly PackageBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("../escape.json", "../escape.json")]
    [InlineData("package/../../escape.json", "package/../../escape.json")]
    [InlineData("/etc/passwd", "/etc/passwd")]
    [InlineData("package\\..\\escape.json", "package\\..\\escape.json")]
    public void A_name_that_leads_out_of_the_package_is_refused(string name, string shown)
    {
        var path = bench.Archive("a.tgz", ("package/package.json", PackageBench.Manifest("a#1.0.0")), (name, "{}"));
        AssertRefused(path, $"The package is refused: the name '{shown}' leads out of the package.");
    }

    [Fact]
    public void The_same_name_twice_is_refused()
    {
        var path = bench.Archive("a.tgz", ("package/package.json", PackageBench.Manifest("a#1.0.0")), ("package/A.json", "{}"), ("package/A.json", "{}"));
        AssertRefused(path, "The package is refused: it has the file 'package/A.json' twice.");
    }

    [Fact]
    public void A_package_without_a_manifest_is_refused() =>
        AssertRefused(bench.Archive("a.tgz", ("package/A.json", "{}")), "It is not a FHIR package: it has no package/package.json.");

    [Theory]
    [InlineData("{}", "Its package.json gives no name and version.")]
    [InlineData("[]", "Its package.json gives no name and version.")]
    [InlineData("{\"name\":7,\"version\":\"1\"}", "Its package.json gives no name and version.")]
    public void A_manifest_without_name_and_version_is_refused(string manifest, string message) =>
        AssertRefused(bench.Archive("a.tgz", ("package/package.json", manifest)), message);

    [Fact]
    public void A_manifest_that_is_no_JSON_is_refused()
    {
        var finding = Assert.Single(DefinitionLibrary.Load(bench.Archive("a.tgz", ("package/package.json", "{"))).Findings);
        Assert.Equal("package.manifest-invalid", finding.MessageId);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_finding()
    {
        var manifest = Assert.Single(DefinitionLibrary.Load(bench.Archive("a.tgz", ("package/package.json", """{"name":"a\ud800","version":"1"}"""))).Findings);
        var file = Assert.Single(DefinitionLibrary.Load(bench.Archive(
            "b.tgz", ("package/package.json", PackageBench.Manifest("b#1.0.0")), ("package/V.json", """{"resourceType":"ValueSet","url":"http://a.dk/\ud800"}"""))).Findings);

        Assert.Equal("package.manifest-invalid", manifest.MessageId);
        Assert.Equal("package.file-unreadable", file.MessageId);
    }

    [Fact]
    public void A_file_that_is_no_archive_is_refused()
    {
        var finding = Assert.Single(DefinitionLibrary.Load(bench.Write("a.tgz", "no archive at all")).Findings);
        Assert.Equal("package.damaged", finding.MessageId);
    }

    [Fact]
    public void A_gzip_file_that_is_no_tar_is_refused()
    {
        using (var file = File.Create(bench.PathOf("a.tgz")))
        using (var zipped = new GZipStream(file, CompressionLevel.Fastest))
        {
            zipped.Write(Encoding.UTF8.GetBytes(new string('x', 5000)));
        }

        var finding = Assert.Single(DefinitionLibrary.Load(bench.PathOf("a.tgz")).Findings);
        Assert.Equal("package.damaged", finding.MessageId);
    }

    [Fact]
    public void A_package_cut_short_anywhere_is_refused()
    {
        var whole = File.ReadAllBytes(bench.Package("a#1.0.0", [], PackageBench.ValueSet("http://example.org/v", "1")));
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(bench.PathOf("cut.tgz"), whole[..length]);
            var library = DefinitionLibrary.Load(bench.PathOf("cut.tgz"));
            Assert.True(library.Packages.Count == 0, $"cut at {length} of {whole.Length}");
            Assert.Equal(IssueSeverity.Error, Assert.Single(library.Findings).Severity);
        }
    }

    [Fact]
    public void Any_bytes_give_a_finding_or_a_package()
    {
        var whole = File.ReadAllBytes(bench.Package("a#1.0.0", [], PackageBench.ValueSet("http://example.org/v", "1")));
        var changes = from position in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(0, 255) select (position, (byte)value);
        Prop.ForAll(Arb.From(Gen.NonEmptyListOf(changes)), list =>
        {
            var changed = (byte[])whole.Clone();
            foreach (var (position, value) in list)
            {
                changed[position] = value;
            }

            File.WriteAllBytes(bench.PathOf("changed.tgz"), changed);
            var library = DefinitionLibrary.Load(bench.PathOf("changed.tgz"));
            return library.Packages.Count + library.Findings.Count > 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_file_larger_than_allowed_is_refused_before_it_is_unpacked()
    {
        var path = bench.Archive("a.tgz", ("package/package.json", PackageBench.Manifest("a#1.0.0")), ("package/big.json", new string(' ', 5000)));
        var fault = Assert.Throws<PackageFault>(() => PackageArchive.Read(path, new PackageLimits(4000, 1_000_000, 100)));
        Assert.Equal("The package is refused: with 'package/big.json' it is larger than a package may be.", fault.Message);
    }

    [Fact]
    public void A_package_with_more_than_allowed_is_refused()
    {
        var path = bench.Package("a#1.0.0", [], [.. Enumerable.Range(0, 50).Select(number => PackageBench.ValueSet("http://example.org/" + number, "1"))]);
        Assert.Throws<PackageFault>(() => PackageArchive.Read(path, new PackageLimits(4000, 3000, 100)));
        Assert.Throws<PackageFault>(() => PackageArchive.Read(path, new PackageLimits(4000, 1_000_000, 10)));
        Assert.Throws<PackageFault>(() => PackageArchive.Read(BombBehindTheEnd(), new PackageLimits(4000, 1_000_000, 100)));
    }

    [Fact]
    public void Links_in_a_package_are_not_followed()
    {
        var path = bench.PathOf("a.tgz");
        using (var file = File.Create(path))
        using (var zipped = new GZipStream(file, CompressionLevel.Fastest))
        using (var tar = new TarWriter(zipped))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "package/ValueSet-x.json") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/package.json") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(PackageBench.Manifest("a#1.0.0"))) });
        }

        Assert.Empty(Assert.Single(DefinitionLibrary.Load(path).Packages).Definitions);
    }

    [Fact]
    public void A_damaged_file_in_a_package_is_named_and_the_rest_is_loaded()
    {
        var library = DefinitionLibrary.Load(bench.Package("a#1.0.0", [], ("ValueSet-bad.json", "{\"resourceType\""), PackageBench.ValueSet("http://example.org/v", "1")));
        Assert.Single(Assert.Single(library.Packages).Definitions);
        var finding = Assert.Single(library.Findings);
        Assert.Equal(("package.file-unreadable", "ValueSet-bad.json", IssueSeverity.Warning), (finding.MessageId, finding.Arguments[0], finding.Severity));
    }

    [Fact]
    public void A_path_that_is_not_there_is_named()
    {
        var finding = Assert.Single(DefinitionLibrary.Load(bench.PathOf("none.tgz")).Findings);
        Assert.Equal((bench.PathOf("none.tgz"), "There is no such file or folder."), (finding.Source, finding.Text(Language.English)));
        Assert.Equal("Filen eller mappen findes ikke.", finding.Text(Language.Danish));
    }

    [Fact]
    public void A_package_of_another_FHIR_version_is_not_loaded()
    {
        var library = DefinitionLibrary.Load(bench.Archive("a.tgz", ("package/package.json", """{"name":"a","version":"1.0.0","fhirVersions":["5.0.0"]}""")));
        Assert.Empty(library.Packages);
        Assert.Equal("a#1.0.0 is not loaded: it is for FHIR 5.0.0, and this is R4 (4.0.1).", Assert.Single(library.Findings).Text(Language.English));
    }

    private string BombBehindTheEnd()
    {
        var path = bench.PathOf("bomb.tgz");
        using var file = File.Create(path);
        using var zipped = new GZipStream(file, CompressionLevel.Fastest);
        using (var tar = new TarWriter(zipped, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/package.json") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(PackageBench.Manifest("a#1.0.0"))) });
        }

        zipped.Write(new byte[2_000_000]);
        return path;
    }

    private static void AssertRefused(string path, string message)
    {
        var library = DefinitionLibrary.Load(path);
        Assert.Empty(library.Packages);
        var finding = Assert.Single(library.Findings);
        Assert.Equal((path, message, IssueSeverity.Error), (finding.Source, finding.Text(Language.English), finding.Severity));
    }
}
