using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>R4's own StructureDefinitions that were published with both forms: what the differential leads to is what was published.</summary>
public sealed class CoreSnapshotTests
{
    [Fact]
    public void Snapshots_of_the_core_specification_are_generated_as_published()
    {
        var source = new SnapshotSource();
        var scope = DefinitionLibrary.R4.Root;
        using var report = new StreamWriter(Environment.GetEnvironmentVariable("SNAPSHOT_REPORT") is { Length: > 0 } path ? path : "/dev/null");
        foreach (var url in DefinitionStore.R4.Canonicals("StructureDefinition"))
        {
            if (!scope.TryResolve(url + "|4.0.1", out var definition))
            {
                continue;
            }

            var published = definition.Document;
            if (!published.Root.Child("snapshot").Exists || !published.Root.Child("differential").Exists)
            {
                continue;
            }

            var made = source.Generate(definition);
            foreach (var fault in made.Faults)
            {
                report.WriteLine($"{url}\tFAULT\t{fault}");
            }

            if (made.StructureDefinition is null)
            {
                report.WriteLine($"{url}\tNONE");
                continue;
            }

            foreach (var difference in SnapshotComparison.Compare(published, made.StructureDefinition, []))
            {
                report.WriteLine($"{url}\tDIFF\t{difference}");
            }

            report.WriteLine($"{url}\tDONE");
        }
    }
}
