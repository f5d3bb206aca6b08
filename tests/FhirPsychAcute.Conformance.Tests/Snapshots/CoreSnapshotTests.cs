using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>R4's own StructureDefinitions that were published with both forms: what the differential leads to is what was published.</summary>
public sealed class CoreSnapshotTests
{
    [Fact]
    public void Snapshots_of_the_core_specification_are_generated_as_published()
    {
        var baseline = new SnapshotBaseline("snapshot-core");
        var source = new SnapshotSource();
        var scope = DefinitionLibrary.R4.Root;
        var count = 0;
        foreach (var url in DefinitionStore.R4.Canonicals("StructureDefinition"))
        {
            if (scope.TryResolve(url + "|4.0.1", out var definition) && definition.Document is var published
                && published.Root.Child("snapshot").Exists && published.Root.Child("differential").Exists)
            {
                baseline.Note(published.Id!, SnapshotComparison.Outcome(source.Generate(definition), published));
                count++;
            }
        }

        baseline.Verify();
        Assert.Equal(649, count);
    }

    [Fact]
    public void Snapshots_of_HL7s_extensions_are_generated_as_published()
    {
        var baseline = new SnapshotBaseline("snapshot-extensions");
        var source = new SnapshotSource();
        foreach (var definition in DefinitionLibrary.R4.ShippedPackages.Single(package => package.Id.Name == "hl7.fhir.uv.extensions.r4").Definitions.Where(definition => definition.ResourceType == "StructureDefinition"))
        {
            baseline.Note(definition.Document.Id!, SnapshotComparison.Outcome(source.Generate(definition), definition.Document));
        }

        baseline.Verify();
    }
}
