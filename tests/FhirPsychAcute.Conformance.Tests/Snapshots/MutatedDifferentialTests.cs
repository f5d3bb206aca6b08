using System.Text;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>Differentials that no tool would write: whatever they say, the outcome is a snapshot or faults, never an exception or a hang.</summary>
public sealed class MutatedDifferentialTests
{
    private static readonly string[] Profiles = ["bp", "lipidprofile", "patient-nationality", "elementdefinition-de", "cqf-questionnaire", "familymemberhistory-genetic", "shareablevalueset", "Timing"];

    private static readonly string[] Paths =
    [
        "", ".", "Observation", "Observation.", "Observation..value", "Observation.value[x]", "Observation.valueQuantity", "Observation.value[x].value.value.value", "Observation.component.code.coding.system",
        "Observation.component.referenceRange.low", "Extension.extension.extension.extension", "Questionnaire.item.item.item.item.linkId", "Patient.name", "[x]", "Observation.[x]",
    ];

    private static readonly string[] Names = ["", "/", "a/", "/a", "a/b/c", "valueQuantity", "a.b", "a:b", "Quantity", "\n"];

    private static readonly SnapshotSource Source = new();

    [Fact]
    public void Any_differential_gives_a_snapshot_or_faults() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Generates(Mutate(new Random(seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_path_of_a_thousand_parts_is_a_fault()
    {
        var definition = Definition("bp");
        definition["differential"]!["element"]!.AsArray().Add(new JsonObject { ["path"] = "Observation" + string.Concat(Enumerable.Repeat(".extension", 1000)) });

        Assert.Contains("snapshot.path-too-deep", Run(definition).Faults.Select(fault => fault.MessageId));
    }

    [Fact]
    public void Slices_within_slices_do_not_multiply_without_end()
    {
        var definition = Definition("bp");
        var elements = new JsonArray();
        var path = "Observation";
        for (var depth = 0; depth < 12; depth++)
        {
            path += ".extension";
            elements.Add(new JsonObject { ["path"] = path, ["slicing"] = new JsonObject { ["rules"] = "open", ["discriminator"] = new JsonArray(new JsonObject { ["type"] = "value", ["path"] = "url" }) } });
            for (var slice = 0; slice < 8; slice++)
            {
                elements.Add(new JsonObject { ["path"] = path, ["sliceName"] = $"s{slice}" });
            }
        }

        definition["differential"]!["element"] = elements;

        Assert.NotNull(Run(definition).StructureDefinition);
    }

    [Fact]
    public void Two_definitions_that_are_each_others_base_are_a_fault()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a", """{"resourceType":"StructureDefinition","url":"http://example.org/a","type":"Patient","kind":"resource","derivation":"constraint","baseDefinition":"http://example.org/b","differential":{"element":[{"path":"Patient"}]}}""");
        folder.Write("b", """{"resourceType":"StructureDefinition","url":"http://example.org/b","type":"Patient","kind":"resource","derivation":"constraint","baseDefinition":"http://example.org/a","differential":{"element":[{"path":"Patient"}]}}""");
        var library = DefinitionLibrary.Load(folder.Path);
        Assert.True(library.Root.TryResolve("http://example.org/a", out var definition));

        var made = Source.Get(definition);

        Assert.Null(made.StructureDefinition);
        Assert.Equal(["snapshot.base-without-snapshot"], made.Faults.Select(fault => fault.MessageId));
    }

    private static bool Generates(JsonNode definition)
    {
        var made = Run(definition);
        return made.StructureDefinition is not null || made.Faults.Count > 0;
    }

    private static SnapshotResult Run(JsonNode definition) =>
        ResourceDocument.Parse(Encoding.UTF8.GetBytes(definition.ToJsonString()), DefinitionStore.R4.Schema).Document is { } document
            ? Source.GenerateFrom(document, DefinitionLibrary.R4.Root)
            : new SnapshotResult(null, [new SnapshotFault(default, "snapshot.no-differential", [])]);

    private static JsonNode Definition(string id)
    {
        Assert.True(DefinitionLibrary.R4.Root.TryResolve("http://hl7.org/fhir/StructureDefinition/" + id, out var definition));
        var json = JsonNode.Parse(definition.Document.Bytes.Span)!;
        json["url"] = "http://example.org/mutated";
        json.AsObject().Remove("snapshot");
        return json;
    }

    private static JsonNode Mutate(Random random)
    {
        var definition = Definition(Profiles[random.Next(Profiles.Length)]);
        var elements = definition["differential"]!["element"]!.AsArray();
        for (var change = random.Next(1, 8); change > 0 && elements.Count > 0; change--)
        {
            var at = random.Next(elements.Count);
            var element = elements[at]!.AsObject();
            switch (random.Next(12))
            {
                case 0:
                    element["path"] = Paths[random.Next(Paths.Length)];
                    break;
                case 1:
                    element["sliceName"] = Names[random.Next(Names.Length)];
                    break;
                case 2:
                    element["id"] = elements[random.Next(elements.Count)]!["id"]?.GetValue<string>() + Names[random.Next(Names.Length)];
                    break;
                case 3:
                    element.Remove("id");
                    break;
                case 4:
                    elements.RemoveAt(at);
                    break;
                case 5:
                    elements.Insert(random.Next(elements.Count), element.DeepClone());
                    break;
                case 6:
                    element["max"] = random.Next(2) == 0 ? "x" : "0";
                    break;
                case 7:
                    element["type"] = new JsonArray(new JsonObject { ["code"] = "Extension", ["profile"] = new JsonArray("http://example.org/mutated") });
                    break;
                case 8:
                    element["type"] = new JsonArray(new JsonObject { ["code"] = "Quantity" }, new JsonObject());
                    break;
                case 9:
                    element["slicing"] = new JsonObject { ["rules"] = "closed" };
                    break;
                case 10:
                    element["contentReference"] = "#Observation.component";
                    break;
                default:
                    definition["baseDefinition"] = random.Next(3) == 0 ? "http://example.org/mutated" : "http://hl7.org/fhir/StructureDefinition/Observation";
                    break;
            }
        }

        return definition;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("snapshots-");

        public string Path => folder.FullName;

        public void Write(string name, string json) => File.WriteAllText(System.IO.Path.Combine(folder.FullName, name + ".json"), json);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
