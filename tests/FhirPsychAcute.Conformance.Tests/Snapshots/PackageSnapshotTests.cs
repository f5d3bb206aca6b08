using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>The Danish packages' profiles: what their differentials lead to, within each package's own dependencies, is what they were published with.</summary>
public sealed class PackageSnapshotTests
{
    [ConformanceFact("packages")]
    public void Snapshots_of_danish_packages_are_generated_as_published()
    {
        var baseline = new SnapshotBaseline("snapshot-packages");
        var library = DefinitionLibrary.Load(ConformanceData.Locate("packages"));
        foreach (var definition in library.Packages.SelectMany(package => package.Definitions).Where(definition => definition.ResourceType == "StructureDefinition"))
        {
            var published = definition.Document;
            if (published.Root.Child("snapshot").Exists && published.Root.Child("differential").Exists)
            {
                baseline.Note($"{definition.Package}/{published.Id}", SnapshotComparison.Outcome(new SnapshotSource().Generate(definition), published));
            }
        }

        baseline.Verify();
    }
}
