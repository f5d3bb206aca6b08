using System.Formats.Tar;
using System.IO.Compression;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>The Danish packages' profiles: what their differentials lead to is what they were published with.</summary>
public sealed class PackageSnapshotTests
{
    // Each with the packages that it builds on.
    [ConformanceTheory("packages")]
    [InlineData("hl7.fhir.dk.core-3.7.0", "")]
    [InlineData("hl7.fhir.dk.core-3.2.0", "")]
    [InlineData("kl-core-1.2.0", "hl7.fhir.dk.core-1.1.0")]
    [InlineData("medcom.fhir.dk.core-4.0.0", "hl7.fhir.dk.core-3.5.0")]
    [InlineData("medcom.fhir.dk.messaging-4.0.2", "hl7.fhir.dk.core-3.4.0 medcom.fhir.dk.core-3.0.1")]
    [InlineData("medcom.fhir.dk.carecommunication-5.0.2", "hl7.fhir.dk.core-3.4.0 medcom.fhir.dk.core-3.0.1 medcom.fhir.dk.messaging-4.0.2")]
    [InlineData("medcom.fhir.dk.acknowledgement-2.0.3", "hl7.fhir.dk.core-2.0.0 medcom.fhir.dk.core-2.0.1 medcom.fhir.dk.messaging-2.1.0")]
    public void Snapshots_of_danish_packages_are_generated_as_published(string package, string dependencies)
    {
        var baseline = new SnapshotBaseline($"snapshot-{package}");
        var scope = new LoadedScope();
        foreach (var dependency in dependencies.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Load(scope, dependency);
        }

        foreach (var definition in Load(scope, package))
        {
            var published = definition.Document;
            if (published.Root.Child("snapshot").Exists && published.Root.Child("differential").Exists)
            {
                baseline.Note(published.Id!, SnapshotComparison.Outcome(new SnapshotSource().Generate(definition), published));
            }
        }

        baseline.Verify();
    }

    private static List<Definition> Load(LoadedScope scope, string package)
    {
        var loaded = new List<Definition>();
        using var file = File.OpenRead(ConformanceData.Locate($"packages/{package}.tgz"));
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            var name = entry.Name.TrimStart('.', '/');
            if (!name.StartsWith("package/StructureDefinition", StringComparison.Ordinal) || name.Count(character => character == '/') != 1 || entry.DataStream is null)
            {
                continue;
            }

            using var bytes = new MemoryStream();
            entry.DataStream.CopyTo(bytes);
            if (ResourceDocument.Parse(bytes.ToArray(), DefinitionStore.R4.Schema).Document is { } document)
            {
                loaded.Add(scope.Add(document));
            }
        }

        return loaded;
    }
}
