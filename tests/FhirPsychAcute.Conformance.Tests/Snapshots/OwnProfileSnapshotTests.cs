using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>This project's own profiles, which are compiled to differentials.</summary>
public sealed class OwnProfileSnapshotTests
{
    [Fact]
    public void Snapshots_of_the_projects_profiles_are_generated_without_faults()
    {
        var scope = new LoadedScope();
        foreach (var file in Directory.EnumerateFiles(Checkout.Locate("profiles/compiled"), "StructureDefinition-*.json"))
        {
            scope.Add(ResourceDocument.Parse(File.ReadAllBytes(file), DefinitionStore.R4.Schema).Document!);
        }

        var source = new SnapshotSource();
        var faults = scope.Loaded.SelectMany(definition => source.Get(definition).Faults.Select(fault => $"{definition}: {fault}"));

        Assert.Empty(faults);
        Assert.All(scope.Loaded, definition => Assert.NotNull(source.Get(definition).StructureDefinition));
    }
}
