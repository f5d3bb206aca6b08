using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>What a differential leads to, rule by rule.</summary>
public sealed class SnapshotGenerationTests
{
    private const string Sliced = """{"path":"Observation.category","slicing":{"discriminator":[{"type":"value","path":"text"}],"rules":"open"}}""";

    [Fact]
    public void Elements_that_the_differential_does_not_speak_of_are_inherited()
    {
        var base4 = Elements(DefinitionLibrary.R4.Root.TryResolve("http://hl7.org/fhir/StructureDefinition/Observation", out var observation) ? observation.Document : null!);
        var made = Elements(Generate("""{"path":"Observation.issued","min":1}"""));

        Assert.Equal(base4.Keys, made.Keys);
        Assert.Equal("1", made["Observation.issued"].ChildValue("min"));
        Assert.Equal("Observation.issued", made["Observation.issued"].Child("base").ChildValue("path"));
        Assert.Equal("0", made["Observation.issued"].Child("base").ChildValue("min"));
    }

    [Fact]
    public void A_slice_of_a_slice_stands_behind_the_slice_that_it_divides() =>
        Assert.Equal(
            ["Observation.category", "Observation.category:lab", "Observation.category:lab/blood", "Observation.category:other"],
            Ids(
                Sliced + """
                ,
                {"id":"Observation.category:lab","path":"Observation.category","sliceName":"lab","slicing":{"discriminator":[{"type":"value","path":"id"}],"rules":"open"}},
                {"id":"Observation.category:other","path":"Observation.category","sliceName":"other"},
                {"id":"Observation.category:lab/blood","path":"Observation.category","sliceName":"lab/blood","max":"1"}
                """,
                "Observation.category"));

    [Fact]
    public void A_slice_need_not_be_there_because_the_element_must()
    {
        var made = Elements(Generate(Sliced.Replace("\"slicing\"", "\"min\":1,\"slicing\"", StringComparison.Ordinal) + """,{"path":"Observation.category","sliceName":"lab"}"""));

        Assert.Equal("1", made["Observation.category"].ChildValue("min"));
        Assert.Equal("0", made["Observation.category:lab"].ChildValue("min"));
    }

    [Fact]
    public void What_is_said_of_all_slices_is_said_of_each()
    {
        var made = Elements(Generate(Sliced + """,{"path":"Observation.category.text","min":1},{"path":"Observation.category","sliceName":"lab"}"""));

        Assert.Equal("1", made["Observation.category:lab.text"].ChildValue("min"));
    }

    [Fact]
    public void Extensions_are_sliced_by_url_without_saying_so()
    {
        var made = Elements(Generate("""{"path":"Observation.extension","sliceName":"secondary","type":[{"code":"Extension","profile":["http://hl7.org/fhir/StructureDefinition/observation-secondaryFinding"]}]}"""));

        Assert.Equal("url", made["Observation.extension"].Child("slicing").Child("discriminator").ChildValue("path"));
        Assert.Equal("1", made["Observation.extension:secondary"].ChildValue("max"));
        Assert.StartsWith("Secondary findings are genetic test results", made["Observation.extension:secondary"].ChildValue("short"), StringComparison.Ordinal);
        Assert.Equal("DomainResource.extension", made["Observation.extension:secondary"].Child("base").ChildValue("path"));
    }

    [Fact]
    public void One_type_of_a_choice_written_short_is_a_slice_of_it()
    {
        var made = Elements(Generate("""{"path":"Observation.valueQuantity","mustSupport":true},{"path":"Observation.valueQuantity.code","min":1}"""));

        Assert.Equal("open", made["Observation.value[x]"].Child("slicing").ChildValue("rules"));
        Assert.Equal(11, made["Observation.value[x]"].ChildrenNamed("type").Count());
        Assert.Equal("Quantity", made["Observation.value[x]:valueQuantity"].Child("type").ChildValue("code"));
        Assert.Equal("Observation.value[x].code", made["Observation.value[x]:valueQuantity.code"].ChildValue("path"));
        Assert.Equal("1", made["Observation.value[x]:valueQuantity.code"].ChildValue("min"));
    }

    [Fact]
    public void Slices_for_all_types_that_are_left_close_the_choice()
    {
        var made = Elements(Generate("""{"path":"Observation.value[x]","type":[{"code":"Quantity"}]},{"path":"Observation.valueQuantity","mustSupport":true}"""));

        Assert.Equal("closed", made["Observation.value[x]"].Child("slicing").ChildValue("rules"));
    }

    [Fact]
    public void A_content_reference_is_unfolded_where_the_differential_walks_into_it()
    {
        var made = Elements(Generate("""{"path":"Observation.component.referenceRange.low","min":1}"""));

        Assert.Null(made["Observation.component.referenceRange"].ChildValue("contentReference"));
        Assert.Equal("BackboneElement", made["Observation.component.referenceRange"].Child("type").ChildValue("code"));
        Assert.Equal("1", made["Observation.component.referenceRange.low"].ChildValue("min"));
        Assert.Equal("Observation.referenceRange.low", made["Observation.component.referenceRange.low"].Child("base").ChildValue("path"));
    }

    [Fact]
    public void Elements_out_of_order_are_put_in_order() =>
        Assert.Equal(
            ["Observation.category", "Observation.category:b", "Observation.category:b.text", "Observation.category:a"],
            Ids(
                """
                {"id":"Observation.category:b.text","path":"Observation.category.text","min":1},
                {"id":"Observation.category:b","path":"Observation.category","sliceName":"b"},
                {"id":"Observation.category:a","path":"Observation.category","sliceName":"a"},
                {"id":"Observation.category","path":"Observation.category","slicing":{"discriminator":[{"type":"value","path":"text"}],"rules":"open"}}
                """,
                "Observation.category").Where(id => !id.Contains("b.", StringComparison.Ordinal) || id.EndsWith("text", StringComparison.Ordinal)));

    [Fact]
    public void Constraints_are_added_and_say_where_they_come_from()
    {
        var constraints = Elements(Generate("""{"path":"Observation.code","constraint":[{"key":"x-1","severity":"error","human":"x"}]}"""))["Observation.code"].ChildrenNamed("constraint").ToList();

        Assert.Equal(["ele-1", "x-1"], constraints.Select(constraint => constraint.ChildValue("key")));
        Assert.Equal(["http://hl7.org/fhir/StructureDefinition/Element", "http://example.org/fhir/StructureDefinition/x"], constraints.Select(constraint => constraint.ChildValue("source")));
    }

    [Fact]
    public void A_binding_is_said_anew_but_for_the_value_set()
    {
        var binding = Elements(Generate("""{"path":"Observation.code","binding":{"strength":"required"}}"""))["Observation.code"].Child("binding");

        Assert.Equal("required", binding.ChildValue("strength"));
        Assert.Equal("http://hl7.org/fhir/ValueSet/observation-codes", binding.ChildValue("valueSet"));
        Assert.Null(binding.ChildValue("description"));
    }

    [Fact]
    public void A_text_that_begins_with_three_dots_continues_the_inherited_one() =>
        Assert.Equal("Type of observation (code / type)\r\n more", Elements(Generate("""{"path":"Observation.code","short":"... more"}"""))["Observation.code"].ChildValue("short"));

    [Fact]
    public void Links_to_pages_of_the_specification_are_made_absolute() =>
        Assert.Contains("(http://hl7.org/fhir/R4/datatypes.html#timing)", Elements(Generate("""{"path":"Observation.issued","min":1}"""))["Observation.effective[x]"].ChildValue("comment"), StringComparison.Ordinal);

    private static IEnumerable<string> Ids(string elements, string prefix) => Elements(Generate(elements)).Keys.Where(id => id.StartsWith(prefix, StringComparison.Ordinal));

    private static Dictionary<string, Element> Elements(ResourceDocument definition) =>
        definition.Root.Child("snapshot").ChildrenNamed("element").ToList().ToDictionary(element => element.ChildValue("id")!, StringComparer.Ordinal);

    private static ResourceDocument Generate(string elements)
    {
        var made = new SnapshotSource().GenerateFrom(
            ResourceDocument.Parse(
                Encoding.UTF8.GetBytes($$$"""
                    {"resourceType":"StructureDefinition","url":"http://example.org/fhir/StructureDefinition/x","name":"X","status":"draft","kind":"resource","abstract":false,
                    "type":"Observation","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Observation","derivation":"constraint","differential":{"element":[{{{elements}}}]}}
                    """),
                DefinitionStore.R4.Schema).Document!,
            DefinitionLibrary.R4.Root);
        Assert.Empty(made.Faults.Select(fault => fault.ToString()));
        return made.StructureDefinition!;
    }
}
