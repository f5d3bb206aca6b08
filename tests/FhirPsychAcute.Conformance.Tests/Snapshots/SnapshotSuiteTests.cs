using System.Xml.Linq;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>HL7's cases of snapshot generation: an input, what it needs, and the snapshot that the reference implementation makes or its refusal.</summary>
public sealed class SnapshotSuiteTests
{
    private static readonly HashSet<string> Shape = ["(element)", "(order)", "path", "sliceName", "min", "max", "slicing", "contentReference"];

    [ConformanceTheory("conformance/snapshot")]
    [InlineData("cases", "expected")]
    [InlineData("versioned", "output")]
    public void Snapshots_are_generated_as_the_suite_expects(string folder, string expected)
    {
        var baseline = new SnapshotBaseline($"snapshot-suite-{folder}");
        var root = ConformanceData.Locate($"conformance/snapshot/{folder}");
        // Some cases build on others, mostly ones before; of those that share a url the first counts, and one before over one behind.
        var tests = XDocument.Load(Path.Combine(root, "manifest.xml")).Root!.Elements("test").ToList();
        var inputs = tests.Select(test => Locate(root, (string)test.Attribute("id")! + "-input")).OfType<string>().ToList();
        var before = new List<string>();
        foreach (var test in tests)
        {
            var id = (string)test.Attribute("id")!;
            var input = Locate(root, id + "-input");
            baseline.Note(id, Run(root, test, expected, [.. inputs.Except(before).Where(other => other != input), .. before]));
            if (input is not null)
            {
                before.Insert(0, input);
            }
        }

        baseline.Verify();
    }

    private static List<string> Run(string root, XElement test, string expected, List<string> before)
    {
        var id = (string)test.Attribute("id")!;
        if ((bool?)test.Attribute("gen") != true)
        {
            return ["not a case of generation"];
        }

        var registered = new[] { "register", "include" }.SelectMany(kind => ((string?)test.Attribute(kind) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        using var folder = new WithoutSnapshots();
        var scope = DefinitionLibrary.Load([.. before, .. registered.Select(name => Read(root, name)).OfType<ResourceDocument>().Select(folder.Add)]).Root;
        var input = Read(root, id + "-input") ?? throw new FileNotFoundException(id);
        var made = new SnapshotSource().GenerateFrom(input, scope);
        if ((bool?)test.Attribute("fail") == true)
        {
            return made.Faults.Count == 0 ? ["no fault where one is expected"] : [];
        }

        return Read(root, $"{id}-{expected}") is { } published ? SnapshotComparison.Outcome(made, published, InheritedFromAnotherEdition(published), keysOnly: true) : ["no expected file"];
    }

    // The expected files were made with the definitions of another edition (R4B): of what no differential speaks, only the shape is compared,
    // and of constraints the keys. Mappings are added to those of the edition.
    private static Func<string, string, bool> InheritedFromAnotherEdition(ResourceDocument published)
    {
        var said = new HashSet<(string Id, string Property)>();
        foreach (var element in published.Root.Child("differential") is { Exists: true } differential ? differential.ChildrenNamed("element").ToList() : [])
        {
            foreach (var property in element.Children)
            {
                said.Add((element.ChildValue("id") ?? element.ChildValue("path") ?? "", property.Name));
            }
        }

        return (id, property) => property is "mapping" || (!Shape.Contains(property) && !said.Contains((id, property)) && !property.StartsWith("fixed", StringComparison.Ordinal) && !property.StartsWith("pattern", StringComparison.Ordinal));
    }

    private static string? Locate(string root, string name) => new[] { ".xml", ".json" }.Select(extension => Path.Combine(root, name + extension)).FirstOrDefault(File.Exists);

    private static ResourceDocument? Read(string root, string name)
    {
        var file = Locate(root, name);
        return file is null
            ? null
            : file.EndsWith(".xml", StringComparison.Ordinal)
                ? ResourceDocument.ParseXml(File.ReadAllBytes(file), DefinitionStore.R4.Schema).Document
                : ResourceDocument.Parse(File.ReadAllBytes(file), DefinitionStore.R4.Schema).Document;
    }
}
