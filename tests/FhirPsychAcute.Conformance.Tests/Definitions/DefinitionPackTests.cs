using System.IO.Compression;
using System.Text;
using FhirPsychAcute.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

public sealed class DefinitionPackTests : IDisposable
{
    private static readonly PackageLabel[] Packages =
    [
        new("core", "4.0.1", "http://hl7.org/fhir", IsExpansions: false, []),
        new("expansions", "4.0.1", "http://hl7.org/fhir", IsExpansions: true, []),
        new("terms", "7.0.1", "http://terminology.hl7.org", IsExpansions: false, ["core@4.0.1"]),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("definitions").FullName;

    private string PackPath => Path.Combine(folder, "some.definitions");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_missing_pack_is_named_in_the_error()
    {
        var error = Assert.Throws<FileNotFoundException>(() => DefinitionStore.Open(PackPath));
        Assert.Equal($"The packed FHIR definitions are missing: {PackPath}. Building FhirPsychAcute.Conformance makes them.", error.Message);
    }

    [Fact]
    public void A_file_that_is_no_pack_is_refused()
    {
        File.WriteAllText(PackPath, new string('x', 1000));
        var error = Assert.Throws<InvalidDataException>(() => DefinitionStore.Open(PackPath));
        Assert.Equal($"The packed FHIR definitions in {PackPath} cannot be used: it is not a pack of this version. Delete the file and build again.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(63)]
    public void A_pack_cut_within_its_head_is_refused(int length)
    {
        Write(Definition(0, "http://hl7.org/fhir/a", "1", "{}"));
        File.WriteAllBytes(PackPath, File.ReadAllBytes(PackPath)[..length]);
        Assert.Throws<InvalidDataException>(() => DefinitionPack.Open(PackPath));
    }

    [Fact]
    public void A_pack_cut_short_is_refused()
    {
        Write(Definition(0, "http://hl7.org/fhir/a", "1", "{}"));
        File.WriteAllBytes(PackPath, File.ReadAllBytes(PackPath)[..^1]);
        var error = Assert.Throws<InvalidDataException>(() => DefinitionPack.Open(PackPath));
        Assert.Contains("it is cut short", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused_at_start_or_when_the_definition_is_read()
    {
        Write(Definition(0, "http://hl7.org/fhir/a", "1", """{"resourceType":"ValueSet","url":"http://hl7.org/fhir/a"}"""));
        var good = File.ReadAllBytes(PackPath);
        int front;
        using (var pack = DefinitionPack.Open(PackPath))
        {
            front = (int)pack[0].Offset;
        }

        for (var i = 0; i < good.Length; i++)
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= 0x55;
            File.WriteAllBytes(PackPath, bad);
            if (i < front && i is < 12 or >= 16)
            {
                Assert.Throws<InvalidDataException>(() => DefinitionPack.Open(PackPath));
            }
            else if (i >= front)
            {
                using var pack = DefinitionPack.Open(PackPath);
                var inflated = Record.Exception(() => pack.Inflate(0));
                Assert.True(inflated is null or InvalidDataException);
            }
        }
    }

    [Fact]
    public void What_went_in_comes_out()
    {
        Prop.ForAll(Arb.From(Definitions), definitions =>
        {
            Write([.. definitions]);
            using var pack = DefinitionPack.Open(PackPath);
            var expected = definitions
                .DistinctBy(definition => (definition.Package, definition.Url, definition.Version))
                .Select(definition => Describe(Packages[definition.Package].Name, definition.ResourceType, definition.Url, definition.Version, Inflate(definition)))
                .Order(StringComparer.Ordinal);
            var actual = Enumerable.Range(0, pack.Count)
                .Select(i => Describe(
                    pack.Labels.Packages[pack[i].Package].Name,
                    pack.Labels.ResourceTypes[pack[i].ResourceType],
                    Encoding.UTF8.GetString(pack.Url(i)),
                    pack[i].Version < 0 ? null : pack.Labels.Versions[pack[i].Version],
                    Encoding.UTF8.GetString(pack.Inflate(i))))
                .Order(StringComparer.Ordinal);
            return expected.SequenceEqual(actual, StringComparer.Ordinal)
                && definitions.All(definition => pack.Find(definition.Url) is var (start, end) && start < end
                    && Encoding.UTF8.GetString(pack.Url(start)) == definition.Url && Encoding.UTF8.GetString(pack.Url(end - 1)) == definition.Url);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_one_url_the_home_package_comes_first_and_expansions_last()
    {
        Write(
            Definition(1, "http://terminology.hl7.org/x", "1", "{}"),
            Definition(0, "http://terminology.hl7.org/x", "1", "{}"),
            Definition(2, "http://terminology.hl7.org/x", "2", "{}"),
            Definition(2, "http://hl7.org/fhir/y", "2", "{}"),
            Definition(0, "http://hl7.org/fhir/y", "1", "{}"));
        using var pack = DefinitionPack.Open(PackPath);
        Assert.Equal(["core", "terms", "terms", "core", "expansions"], Enumerable.Range(0, pack.Count).Select(i => pack.Labels.Packages[pack[i].Package].Name));
        Assert.Equal((2, 5), pack.Find("http://terminology.hl7.org/x"));
    }

    private static Gen<PackedDefinition[]> Definitions =>
        Gen.ArrayOf(
            from package in Gen.Choose(0, 2)
            from type in Gen.Elements("ValueSet", "CodeSystem", "StructureDefinition")
            from url in Gen.Elements("http://hl7.org/fhir/a", "http://hl7.org/fhir/ab", "http://terminology.hl7.org/ø", "urn:oid:1.2", "b")
            from version in Gen.Elements<string?>(null, "1", "2.0.0-ballot")
            from text in ArbMap.Default.GeneratorFor<NonNull<string>>()
            select Definition(package, url, version, text.Get, type));

    private static PackedDefinition Definition(int package, string url, string? version, string json, string resourceType = "ValueSet")
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var deflated = new byte[BrotliEncoder.GetMaxCompressedLength(utf8.Length) + 16];
        Assert.True(BrotliEncoder.TryCompress(utf8, deflated, out var length));
        return new PackedDefinition(package, resourceType, url, version, utf8.Length, deflated[..length]);
    }

    private static string Inflate(PackedDefinition definition)
    {
        var json = new byte[definition.Length];
        Assert.True(BrotliDecoder.TryDecompress(definition.Deflated, json, out _));
        return Encoding.UTF8.GetString(json);
    }

    private static string Describe(string package, string type, string url, string? version, string json) => $"{package} {type} {url} {version ?? "none"} {json}";

    private void Write(params PackedDefinition[] definitions)
    {
        using var file = File.Create(PackPath);
        PackWriter.Write(file, [], [], Packages, definitions);
    }
}
