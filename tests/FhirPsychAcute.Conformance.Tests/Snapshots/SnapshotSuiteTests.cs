using System.Xml.Linq;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>HL7's cases of snapshot generation: an input, what it needs, and the snapshot that the reference implementation makes or its refusal.</summary>
public sealed class SnapshotSuiteTests
{
    // The expected files were made against another edition of the definitions, whose texts differ here and there.
    private static readonly string[] TextsOfTheBase = ["short", "definition", "comment", "requirements", "alias", "mapping", "isModifierReason", "meaningWhenMissing", "example", "orderMeaning", "condition"];

    [ConformanceTheory("conformance/snapshot")]
    [InlineData("cases", "expected")]
    [InlineData("versioned", "output")]
    public void Snapshots_are_generated_as_the_suite_expects(string folder, string expected)
    {
        var baseline = new SnapshotBaseline($"snapshot-suite-{folder}");
        var root = ConformanceData.Locate($"conformance/snapshot/{folder}");
        foreach (var test in XDocument.Load(Path.Combine(root, "manifest.xml")).Root!.Elements("test"))
        {
            baseline.Note((string)test.Attribute("id")!, Run(root, test, expected));
        }

        baseline.Verify();
    }

    private static List<string> Run(string root, XElement test, string expected)
    {
        var id = (string)test.Attribute("id")!;
        if ((bool?)test.Attribute("gen") != true)
        {
            return ["not a case of generation"];
        }

        var scope = new LoadedScope();
        foreach (var name in new[] { "register", "include" }.SelectMany(kind => ((string?)test.Attribute(kind) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (Read(root, name) is { } registered)
            {
                scope.Add(registered);
            }
        }

        var input = Read(root, id + "-input") ?? throw new FileNotFoundException(id);
        var made = new SnapshotSource().GenerateFrom(input, scope);
        if ((bool?)test.Attribute("fail") == true)
        {
            return made.Faults.Count == 0 ? ["no fault where one is expected"] : [];
        }

        return Read(root, $"{id}-{expected}") is { } published ? SnapshotComparison.Outcome(made, published, TextsOfTheBase) : ["no expected file"];
    }

    private static ResourceDocument? Read(string root, string name)
    {
        var xml = Path.Combine(root, name + ".xml");
        if (File.Exists(xml))
        {
            return ResourceDocument.ParseXml(File.ReadAllBytes(xml), DefinitionStore.R4.Schema).Document;
        }

        var json = Path.Combine(root, name + ".json");
        return File.Exists(json) ? ResourceDocument.Parse(File.ReadAllBytes(json), DefinitionStore.R4.Schema).Document : null;
    }
}
