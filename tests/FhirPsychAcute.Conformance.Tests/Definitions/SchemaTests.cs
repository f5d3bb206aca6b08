using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

public sealed class SchemaTests
{
    private static readonly SchemaCatalog Schema = DefinitionStore.R4.Schema;

    [Fact]
    public void R4_has_146_concrete_resource_types() => Assert.Equal(146, Schema.ResourceTypes.Count());

    [Fact]
    public void The_catalog_names_its_version() => Assert.Equal("4.0.1", Schema.FhirVersion);

    [Fact]
    public void A_resource_id_is_an_id_and_an_element_id_a_string()
    {
        Assert.Equal("id", Schema.Type("Patient").Element("id")!.Types[0].Type.Name);
        Assert.Equal("id", Schema.Type("Resource").Element("id")!.Types[0].Type.Name);
        Assert.Equal("string", Schema.Type("HumanName").Element("id")!.Types[0].Type.Name);
        Assert.Equal("string", Schema.Type("Patient.contact").Element("id")!.Types[0].Type.Name);
    }

    [Fact]
    public void Inherited_elements_come_first()
    {
        Assert.Equal(
            ["id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension", "identifier", "active", "name"],
            Schema.Type("Patient").Elements.Take(11).Select(element => element.Name));
    }

    [Fact]
    public void A_structure_inside_a_type_is_a_type_of_its_own()
    {
        var contact = Schema.Type("Patient").Element("contact")!;
        Assert.Equal("Patient.contact", contact.Types[0].Type.Name);
        Assert.Equal(TypeKind.Backbone, contact.Types[0].Type.Kind);
        Assert.Equal("BackboneElement", contact.Types[0].Type.Base!.Name);
        Assert.Equal("Element", Schema.Type("Timing.repeat").Base!.Name);
        Assert.True(contact.IsArray);
    }

    [Fact]
    public void A_content_reference_points_to_the_structure_it_names()
    {
        Assert.Same(Schema.Type("Bundle.link"), Schema.Type("Bundle.entry").Element("link")!.Types[0].Type);
        Assert.Same(Schema.Type("Parameters.parameter"), Schema.Type("Parameters.parameter").Element("part")!.Types[0].Type);
    }

    [Fact]
    public void A_choice_has_one_type_per_JSON_name()
    {
        var deceased = Schema.Type("Patient").Element("deceased")!;
        Assert.True(deceased.IsChoice);
        Assert.Equal("Patient.deceased[x]", deceased.Path);
        Assert.Equal(["deceasedBoolean", "deceasedDateTime"], deceased.Types.Select(type => type.JsonName));
        Assert.Equal(50, Schema.Type("Extension").Element("value")!.Types.Count);
    }

    [Fact]
    public void A_primitive_has_only_id_and_extension()
    {
        Assert.Equal(["id", "extension"], Schema.Type("string").Elements.Select(element => element.Name));
        Assert.Equal(["id"], Schema.Type("xhtml").Elements.Select(element => element.Name));
        Assert.Equal(PrimitiveKind.DateTime, Schema.Type("dateTime").Primitive);
    }

    [Theory]
    [InlineData("DomainResource", "contained")]
    [InlineData("Bundle.entry", "resource")]
    [InlineData("Parameters.parameter", "resource")]
    public void An_element_that_holds_any_resource_has_the_abstract_type_Resource(string type, string element)
    {
        var held = Schema.Type(type).Element(element)!.Types.Single().Type;
        Assert.Equal("Resource", held.Name);
        Assert.True(held.IsAbstract);
    }

    [Fact]
    public void Codes_with_a_required_binding_to_one_code_system_carry_it()
    {
        var gender = Schema.Type("Patient").Element("gender")!;
        Assert.Equal("http://hl7.org/fhir/administrative-gender", gender.ImplicitSystem);
        Assert.Equal("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1", gender.BindingValueSet);
        Assert.Equal(BindingStrength.Required, gender.BindingStrength);
        Assert.Null(Schema.Type("Task").Element("intent")!.ImplicitSystem);
        Assert.Null(Schema.Type("Observation").Element("code")!.ImplicitSystem);
    }

    [Fact]
    public void References_name_their_targets()
    {
        Assert.Equal(
            ["http://hl7.org/fhir/StructureDefinition/Organization", "http://hl7.org/fhir/StructureDefinition/Practitioner", "http://hl7.org/fhir/StructureDefinition/PractitionerRole"],
            Schema.Type("Patient").Element("generalPractitioner")!.Types[0].TargetProfiles);
        Assert.Empty(Schema.Type("Observation").Element("focus")!.Types[0].TargetProfiles);
    }

    [Fact]
    public void Properties_are_found_by_their_JSON_names()
    {
        var observation = Schema.Type("Observation");
        Assert.Equal("Quantity", Find(observation, "valueQuantity")!.Type.Name);
        Assert.Equal("CodeableConcept", Find(observation, "valueCodeableConcept")!.Type.Name);
        Assert.Equal("Observation.component", Find(observation, "component")!.Type.Name);
        Assert.Null(Find(observation, "value"));
        Assert.Null(Find(observation, "valueCodeableConcepts"));
        Assert.Null(Find(observation, ""));
        Assert.Null(Find(observation, "valueQuantitx"));
    }

    [Fact]
    public void Every_JSON_name_of_every_type_is_found()
    {
        foreach (var type in Schema.Types)
        {
            foreach (var allowed in type.Elements.SelectMany(element => element.Types))
            {
                Assert.Same(allowed, Find(type, allowed.JsonName));
            }
        }
    }

    [Fact]
    public void Resource_types_are_found_by_name_unless_they_are_abstract()
    {
        Assert.Same(Schema.Type("Patient"), Schema.FindResourceType("Patient"u8));
        Assert.Null(Schema.FindResourceType("Resource"u8));
        Assert.Null(Schema.FindResourceType("HumanName"u8));
        Assert.Null(Schema.FindResourceType("patient"u8));
    }

    [Fact]
    public void Elements_of_one_name_share_a_name_number()
    {
        Assert.Equal(Schema.Type("Patient").Element("name")!.NameId, Schema.Type("Organization").Element("name")!.NameId);
        Assert.Equal(Schema.Type("Patient").Element("name")!.NameId, Schema.NameId("name"));
        Assert.Equal(-1, Schema.NameId("no such element"));
    }

    private static ElementType? Find(TypeSchema type, string name) => type.FindProperty(Encoding.UTF8.GetBytes(name));
}
