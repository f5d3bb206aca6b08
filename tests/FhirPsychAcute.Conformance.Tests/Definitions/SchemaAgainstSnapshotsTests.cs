using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

/// <summary>The schema against the snapshots as HL7's package has them, element by element.</summary>
public sealed class SchemaAgainstSnapshotsTests
{
    private const string Resource = "http://hl7.org/fhir/StructureDefinition/Resource";

    private static readonly SchemaCatalog Schema = DefinitionStore.R4.Schema;

    [OfficialExamplesFact]
    public void Every_element_of_every_snapshot_is_in_the_schema_and_nothing_else()
    {
        var faults = new List<string>();
        var compared = 0;
        foreach (var file in OfficialExamples.Definitions("StructureDefinition"))
        {
            using var document = JsonDocument.Parse(file.Read());
            var definition = document.RootElement;
            if (Text(definition, "derivation") == "constraint" || Text(definition, "kind") == "logical")
            {
                continue;
            }

            foreach (var element in definition.GetProperty("snapshot").GetProperty("element").EnumerateArray())
            {
                var path = Text(element, "path")!;
                if (!path.Contains('.', StringComparison.Ordinal))
                {
                    continue;
                }

                // A primitive's value is no child of it, and xhtml.extension has the cardinality 0..0.
                if (path == "xhtml.extension" || (Text(definition, "kind") == "primitive-type" && path.EndsWith(".value", StringComparison.Ordinal)))
                {
                    continue;
                }

                compared++;
                Compare(element, path, faults);
            }
        }

        Assert.Empty(faults);
        Assert.Equal(Schema.Elements.Count, compared);
    }

    [OfficialExamplesFact]
    public void Every_type_says_what_it_specialises_and_whether_it_is_abstract()
    {
        foreach (var file in OfficialExamples.Definitions("StructureDefinition"))
        {
            using var document = JsonDocument.Parse(file.Read());
            var definition = document.RootElement;
            if (Text(definition, "derivation") == "constraint" || Text(definition, "kind") == "logical")
            {
                continue;
            }

            var type = Schema.Type(Text(definition, "type")!);
            Assert.Equal(Text(definition, "baseDefinition"), type.Base is null ? null : $"http://hl7.org/fhir/StructureDefinition/{type.Base.Name}");
            Assert.Equal(definition.GetProperty("abstract").GetBoolean(), type.IsAbstract);
            Assert.Equal(Text(definition, "kind") == "resource", type.IsResource);
            Assert.Equal(Text(definition, "kind") == "primitive-type", type.IsPrimitive);
            Assert.Equal(type.IsPrimitive, type.Primitive != PrimitiveKind.None);
        }
    }

    private static void Compare(JsonElement expected, string path, List<string> faults)
    {
        var dot = path.LastIndexOf('.');
        var name = path[(dot + 1)..];
        var isChoice = name.EndsWith("[x]", StringComparison.Ordinal);
        var actual = Schema.TryGetType(path[..dot], out var owner) ? owner.Element(isChoice ? name[..^3] : name) : null;
        if (actual is null)
        {
            faults.Add($"{path} is missing");
            return;
        }

        Check("path", path, actual.Path);
        Check("id", "True", (Schema.Elements[actual.Id] == actual && owner!.Elements[actual.Ordinal] == actual).ToString());
        Check("min", expected.GetProperty("min").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), actual.Min.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Check("max", Text(expected, "max"), actual.Max == int.MaxValue ? "*" : actual.Max.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Check("isSummary", Flag(expected, "isSummary"), actual.IsSummary.ToString());
        Check("isModifier", Flag(expected, "isModifier"), actual.IsModifier.ToString());
        Check("strength", expected.TryGetProperty("binding", out var binding) ? Text(binding, "strength") : "none", actual.BindingStrength.ToString().ToLowerInvariant());
        Check("valueSet", binding.ValueKind == JsonValueKind.Object ? Text(binding, "valueSet") : null, actual.BindingValueSet);
        Check("types", string.Join(" ", Types(expected, path)), string.Join(" ", actual.Types.Select(type => type.Type.Name)));
        Check("targets", string.Join(" ", Targets(expected)), string.Join(" ", actual.Types.SelectMany(type => type.TargetProfiles)));
        foreach (var type in actual.Types)
        {
            Check("jsonName", isChoice ? name[..^3] + char.ToUpperInvariant(type.Type.Name[0]) + type.Type.Name[1..] : name, type.JsonName);
        }

        void Check(string what, string? wanted, string? found)
        {
            if (wanted != found)
            {
                faults.Add($"{path} {what}: {wanted} is expected, {found} is there");
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement element, string path)
    {
        if (Text(element, "contentReference") is { } reference)
        {
            yield return reference[1..];
            yield break;
        }

        foreach (var type in element.GetProperty("type").EnumerateArray())
        {
            yield return Text(type, "code") switch
            {
                "http://hl7.org/fhirpath/System.String" when path == "Extension.url" => "uri",
                "http://hl7.org/fhirpath/System.String" when path.Count(c => c == '.') == 1 && Schema.Type(path.Split('.')[0]).IsResource => "id",
                "http://hl7.org/fhirpath/System.String" => "string",
                "BackboneElement" or "Element" => path,
                var code => code!,
            };
        }
    }

    private static IEnumerable<string> Targets(JsonElement element) => element.TryGetProperty("type", out var types)
        ? types.EnumerateArray().SelectMany(type => type.TryGetProperty("targetProfile", out var targets) ? targets.EnumerateArray().Select(target => target.GetString()!) : [])
            .Where(target => target != Resource)
        : [];

    private static string Flag(JsonElement element, string name) => (element.TryGetProperty(name, out var flag) && flag.GetBoolean()).ToString();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
