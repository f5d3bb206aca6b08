using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>What is wrong with a differential is said of the element at fault, and never thrown.</summary>
public sealed class SnapshotFaultTests
{
    [Fact]
    public void A_path_with_an_empty_part_is_a_fault() =>
        Says("""{"path":"Observation...unit"}""", "Observation...unit: The path 'Observation...unit' has an empty part: a name is missing between or beside its dots.");

    [Fact]
    public void A_path_that_does_not_exist_is_a_fault() =>
        Says("""{"path":"Observation.weight"}""", "Observation.weight: The path 'Observation.weight' does not exist: 'Observation' has no such element.");

    [Fact]
    public void A_path_of_another_type_is_a_fault() =>
        Says("""{"path":"Patient.birthDate"}""", "Patient.birthDate: The path 'Patient.birthDate' does not begin with 'Observation', the type that is constrained.");

    [Fact]
    public void A_type_that_the_choice_does_not_have_is_a_fault() =>
        Says(
            """{"path":"Observation.valueBla"}""",
            "Observation.valueBla: 'valueBla' is not one of the types of 'value[x]': Quantity, CodeableConcept, string, boolean, integer, Range, Ratio, SampledData, time, dateTime, Period.");

    [Fact]
    public void An_element_without_a_path_is_a_fault() => Says("""{"id":"x"}""", "x: The element of the differential has no path.");

    [Fact]
    public void Slicing_of_the_root_is_a_fault() =>
        Says("""{"path":"Observation","slicing":{"rules":"open"}}""", "Observation: The root element 'Observation' is sliced, which is not allowed.");

    [Fact]
    public void A_discriminator_of_no_known_type_is_a_fault() =>
        Says("""{"path":"Observation.category","slicing":{"discriminator":[{"type":"expression","path":"x"}],"rules":"open"}}""", "Observation.category: 'expression' is not a type of discriminator.");

    [Fact]
    public void A_slice_of_what_is_not_sliced_is_a_fault() =>
        Says("""{"path":"Observation.category","sliceName":"lab"}""", "Observation.category: The slice 'lab' is defined, but nothing says how 'category' is sliced.");

    [Fact]
    public void A_second_element_at_the_same_path_needs_a_slice_name() =>
        Says("""{"path":"Observation.category"},{"path":"Observation.category"}""", "Observation.category: The path 'Observation.category' stands twice in the differential, the second time without a sliceName.");

    [Fact]
    public void A_minimum_below_the_base_is_a_fault() => Says("""{"path":"Observation.code","min":0}""", "Observation.code: The minimum 0 is below the base's minimum 1.");

    [Fact]
    public void A_maximum_above_the_base_is_a_fault() => Says("""{"path":"Observation.code","max":"*"}""", "Observation.code: The maximum * is above the base's maximum 1.");

    [Fact]
    public void A_type_that_the_base_does_not_allow_is_a_fault() =>
        Says("""{"path":"Observation.code","type":[{"code":"Coding"}]}""", "Observation.code: The type 'Coding' is not allowed here; the base allows: CodeableConcept.");

    [Fact]
    public void A_reference_to_what_the_base_does_not_allow_is_a_fault() =>
        Says(
            """{"path":"Observation.encounter","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Patient"]}]}""",
            "Observation.encounter: The target profile 'http://hl7.org/fhir/StructureDefinition/Patient' is not a constraint on what the base allows: http://hl7.org/fhir/StructureDefinition/Encounter.");

    [Fact]
    public void A_required_binding_cannot_be_loosened() =>
        Says(
            """{"path":"Observation.status","binding":{"strength":"preferred","valueSet":"http://hl7.org/fhir/ValueSet/observation-status"}}""",
            "Observation.status: The binding is 'required' in the base: it cannot become 'preferred'.");

    [Fact]
    public void A_fixed_value_must_be_of_the_elements_type() =>
        Says("""{"path":"Observation.issued","fixedBoolean":true}""", "Observation.issued: The fixed value is a boolean, which the element cannot be: instant.");

    [Fact]
    public void Faults_are_told_in_danish() =>
        Assert.Equal("Maksimum * er større end basens maksimum 1.", Generate("""{"path":"Observation.code","max":"*"}""").Faults[0].Text(Language.Danish));

    [Fact]
    public void What_can_be_made_in_spite_of_a_fault_is_made()
    {
        var made = Generate("""{"path":"Observation.weight"},{"path":"Observation.issued","min":1}""");

        Assert.Single(made.Faults);
        Assert.Equal("1", made.StructureDefinition!.Root.Child("snapshot").ChildrenNamed("element").ToList().Single(element => element.ChildValue("id") == "Observation.issued").ChildValue("min"));
    }

    [Fact]
    public void A_base_that_is_not_known_is_a_fault()
    {
        var made = Generate("""{"path":"Observation"}""", baseDefinition: "http://example.org/none");

        Assert.Null(made.StructureDefinition);
        Assert.Equal(["The base definition 'http://example.org/none' is not known here."], made.Faults.Select(fault => fault.Message));
    }

    [Fact]
    public void What_is_no_StructureDefinition_has_no_snapshot() =>
        Assert.Equal(
            ["This is a Patient, not a StructureDefinition: it has no snapshot."],
            new SnapshotSource().GenerateFrom(Parse("""{"resourceType":"Patient"}"""), DefinitionLibrary.R4.Root).Faults.Select(fault => fault.Message));

    private static void Says(string elements, string expected) => Assert.Equal([expected], Generate(elements).Faults.Select(fault => fault.ToString()));

    private static SnapshotResult Generate(string elements, string baseDefinition = "http://hl7.org/fhir/StructureDefinition/Observation") =>
        new SnapshotSource().GenerateFrom(
            Parse($$$"""
                {"resourceType":"StructureDefinition","url":"http://example.org/fhir/StructureDefinition/x","name":"X","status":"draft","kind":"resource","abstract":false,
                "type":"Observation","baseDefinition":"{{{baseDefinition}}}","derivation":"constraint","differential":{"element":[{{{elements}}}]}}
                """),
            DefinitionLibrary.R4.Root);

    private static ResourceDocument Parse(string json) => ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionStore.R4.Schema).Document!;
}
