using System.Text;
using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Definitions;

public sealed class SchemaCompilerTests
{
    private const string Code =
        """{"resourceType":"StructureDefinition","type":"code","kind":"primitive-type","derivation":"specialization","snapshot":{"element":[{"path":"code"},{"path":"code.value","max":"1","type":[{"code":"http://hl7.org/fhirpath/System.String"}]}]}}""";

    [Theory]
    [InlineData("""{"resourceType":"StructureDefinition","type":"Thing","kind":"resource"}""", "The StructureDefinition of Thing has no snapshot.")]
    [InlineData("""{"resourceType":"StructureDefinition","kind":"resource"}""", "A StructureDefinition has no type.")]
    [InlineData("""{"resourceType":"StructureDefinition","type":"Thing","kind":"resource","snapshot":{"element":[{"path":"Thing"},{"path":"Thing.a"}]}}""", "Thing.a has no type.")]
    [InlineData("""{"resourceType":"StructureDefinition","type":"Thing","kind":"resource","snapshot":{"element":[{"id":"Thing"}]}}""", "A part of the definition of Thing has no path.")]
    public void A_definition_that_lacks_something_is_refused_by_name(string definition, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => new SchemaCompiler().Add(Encoding.UTF8.GetBytes(definition)));
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("""{"resourceType":5}""")]
    [InlineData("[]")]
    [InlineData("""{"resourceType":"StructureDefinition","type":"Thing","kind":"resource","snapshot":{"element":[{"path":"Thing.a","max":"many","type":[{"code":"code"}]}]}}""")]
    [InlineData("""{"resourceType":"StructureDefinition","type":"Thing","kind":"resource","snapshot":{"element":"none"}}""")]
    [InlineData("""{"resourceType":"StructureDefinition","type":"notAPrimitive","kind":"primitive-type","snapshot":{"element":[]}}""")]
    public void A_definition_of_another_form_is_refused(string definition) =>
        Assert.Throws<InvalidDataException>(() => new SchemaCompiler().Add(Encoding.UTF8.GetBytes(definition)));

    [Fact]
    public void What_is_not_JSON_is_refused() => Assert.ThrowsAny<JsonException>(() => new SchemaCompiler().Add("{"u8.ToArray()));

    [Fact]
    public void A_type_that_is_not_defined_is_named()
    {
        var compiler = new SchemaCompiler();
        compiler.Add("""{"resourceType":"StructureDefinition","type":"Thing","kind":"resource","snapshot":{"element":[{"path":"Thing.a","type":[{"code":"Nothing"}]}]}}"""u8.ToArray());
        Assert.Equal("Thing.a has the type Nothing, which is not defined.", Assert.Throws<InvalidDataException>(() => compiler.Compile("4.0.1")).Message);
    }

    [Fact]
    public void Profiles_logical_models_and_other_resources_are_passed_over()
    {
        var compiler = new SchemaCompiler();
        compiler.Add("""{"resourceType":"StructureDefinition","type":"Patient","kind":"resource","derivation":"constraint"}"""u8.ToArray());
        compiler.Add("""{"resourceType":"StructureDefinition","type":"http://example.org/model","kind":"logical","derivation":"specialization"}"""u8.ToArray());
        compiler.Add("""{"resourceType":"Patient"}"""u8.ToArray());
        Assert.Empty(SchemaCatalog.Load(compiler.Compile("4.0.1")).Types);
    }

    [Theory]
    [InlineData("""[{"system":"http://s"}]""", "http://s")]
    [InlineData("""[{"system":"http://s","concept":[{"code":"a"}]},{"system":"http://s"}]""", "http://s")]
    [InlineData("""[{"system":"http://s"},{"system":"http://t"}]""", null)]
    [InlineData("""[{"valueSet":["http://other|1"]}]""", "http://o")]
    [InlineData("""[{"system":"http://s"},{"valueSet":["http://other"]}]""", null)]
    [InlineData("""[{"system":"http://o"},{"valueSet":["http://other"]}]""", "http://o")]
    [InlineData("""[{"system":"http://s"},{"valueSet":["http://bound"]}]""", "http://s")]
    [InlineData("""[{"valueSet":["http://unknown"]}]""", null)]
    [InlineData("[]", null)]
    public void A_required_binding_gives_a_code_its_system_when_there_is_only_one(string includes, string? system)
    {
        var compiler = new SchemaCompiler();
        compiler.Add(Encoding.UTF8.GetBytes(Code));
        compiler.Add("""{"resourceType":"ValueSet","url":"http://other","compose":{"include":[{"system":"http://o"}]}}"""u8.ToArray());
        compiler.Add(Encoding.UTF8.GetBytes($$"""{ "resourceType": "ValueSet", "url": "http://bound", "compose": { "include": {{includes}} } }"""));
        compiler.Add(Encoding.UTF8.GetBytes(
            """{"resourceType":"StructureDefinition","type":"Thing","kind":"resource","snapshot":{"element":[{"path":"Thing.a","max":"1","type":[{"code":"code"}],"binding":{"strength":"required","valueSet":"http://bound|4.0.1"}}]}}"""));
        Assert.Equal(system, SchemaCatalog.Load(compiler.Compile("4.0.1")).Type("Thing").Element("a")!.ImplicitSystem);
    }
}
