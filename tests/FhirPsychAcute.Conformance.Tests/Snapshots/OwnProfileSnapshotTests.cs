using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>This project's own profiles, which are compiled to differentials.</summary>
public sealed class OwnProfileSnapshotTests
{
    [Fact]
    public void Snapshots_of_the_projects_profiles_are_generated_without_faults()
    {
        var library = DefinitionLibrary.Load(Checkout.Locate("profiles/compiled"));
        var profiles = library.Packages.SelectMany(package => package.Definitions).Where(definition => definition.ResourceType == "StructureDefinition").ToList();
        var source = new SnapshotSource();

        Assert.NotEmpty(profiles);
        Assert.Empty(profiles.SelectMany(profile => source.Get(profile).Faults.Select(fault => $"{profile}: {fault}")));
        Assert.All(profiles, profile => Assert.NotNull(source.Get(profile).StructureDefinition));
    }
}
