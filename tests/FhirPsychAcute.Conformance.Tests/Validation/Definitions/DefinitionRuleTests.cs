using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation.Definitions;

/// <summary>Rules about resources that define something for others.</summary>
public sealed class DefinitionRuleTests
{
    [Theory]
    [InlineData("""{"resourceType":"CodeSystem","url":"http://psy.dk/cs","status":"draft","content":"not-present","concept":[{"code":"a"}]}""", "codesystem.not-present-has-concepts CodeSystem.concept[0]")]
    [InlineData("""{"resourceType":"CodeSystem","url":"http://psy.dk/cs","status":"draft","content":"complete","count":2,"concept":[{"code":"a"}]}""", "codesystem.count-complete CodeSystem.count")]
    [InlineData("""{"resourceType":"CodeSystem","url":"http://psy.dk/cs","status":"draft","content":"complete","property":[{"code":"p","type":"string"}],"concept":[{"code":"a","property":[{"code":"p","valueInteger":1}]}]}""", "codesystem.property-wrong-type CodeSystem.concept[0].property[0]")]
    [InlineData("""{"resourceType":"CodeSystem","url":"http://psy.dk/cs","status":"draft","content":"complete","supplements":"http://loinc.org","concept":[{"code":"x"}]}""", "codesystem.supplement-code CodeSystem.concept[0]")]
    [InlineData("""{"resourceType":"ValueSet","url":"http://psy.dk/vs","status":"draft","compose":{"include":[{"system":"#cs"}]}}""", "valueset.system-relative ValueSet.compose.include[0]")]
    [InlineData("""{"resourceType":"ValueSet","url":"http://psy.dk/vs","status":"draft","compose":{"include":[{"system":"http://hl7.org/fhir/administrative-gender","concept":[{"code":"man"}]}]}}""", "valueset.code-unknown ValueSet.compose.include[0].concept[0]")]
    [InlineData("""{"resourceType":"ValueSet","url":"http://psy.dk/vs","status":"draft","compose":{"include":[{"system":"http://snomed.info/sct","filter":[{"property":"constraint","op":"=","value":"<< 74732009 | Mental disorder"}]}]}}""", "valueset.filter-ecl ValueSet.compose.include[0].filter[0]")]
    [InlineData("""{"resourceType":"ValueSet","url":"vs","status":"draft"}""", "primitive.definition-url-relative ValueSet.url")]
    [InlineData("""{"resourceType":"ConceptMap","url":"http://psy.dk/cm","status":"draft","group":[{"source":"http://hl7.org/fhir/administrative-gender","target":"http://hl7.org/fhir/administrative-gender","element":[{"code":"man","target":[{"code":"male","equivalence":"equal"}]}]}]}""", "conceptmap.code-unknown ConceptMap.group[0].element[0].code")]
    [InlineData("""{"resourceType":"SearchParameter","url":"http://psy.dk/sp","name":"X","status":"draft","description":"d","code":"x","base":["Patient"],"type":"string","expression":"Patient.nam"}""", "searchparameter.expression SearchParameter.expression")]
    [InlineData("""{"resourceType":"SearchParameter","url":"http://psy.dk/sp","name":"X","status":"draft","description":"d","code":"x","base":["Patient"],"type":"composite","expression":"Patient"}""", "searchparameter.composite-components SearchParameter")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://psy.dk/p","name":"P","status":"draft","kind":"resource","abstract":false,"type":"Patient","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Person","derivation":"constraint","differential":{"element":[{"id":"Patient","path":"Patient"}]}}""", "structuredefinition.type-differs StructureDefinition")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://psy.dk/p","name":"P","status":"draft","kind":"resource","abstract":false,"type":"Patient","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","derivation":"constraint","differential":{"element":[{"id":"Patient.birthDate","path":"Patient.birthDate","binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/administrative-gender"}}]}}""", "structuredefinition.unsuited StructureDefinition.differential.element[0]")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://psy.dk/p","name":"P","status":"draft","kind":"resource","abstract":false,"type":"Patient","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","derivation":"constraint","differential":{"element":[{"id":"Patient.birthDate","path":"Patient.birthDate","min":1},{"id":"Patient.name","path":"Patient.name","min":1}]}}""", "structuredefinition.element-out-of-order StructureDefinition.differential.element[0]")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://psy.dk/p","name":"P","status":"draft","kind":"resource","abstract":false,"type":"Patient","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","derivation":"constraint","differential":{"element":[{"id":"Patient","path":"Patient","constraint":[{"key":"x","severity":"error","human":"h","expression":"name.where("}]}]}}""", "structuredefinition.constraint-syntax StructureDefinition.differential.element[0].constraint[0]")]
    public void A_fault_of_a_definition_is_told_where_it_stands(string json, string expected) => Assert.Contains(expected, Findings(json));

    [Theory]
    [InlineData("<< 74732009 |Mental disorder|", true)]
    [InlineData("< 404684003 : 363698007 = << 39057004, 116676008 = *", true)]
    [InlineData("(<< 74732009 OR << 48694002) MINUS 35489007", true)]
    [InlineData("^ 929360041000036105", true)]
    [InlineData("< 373873005 : [1..3] { 127489000 = < 105590001, 732943007 >= #5 }", true)]
    [InlineData("234234 << 234234", false)]
    [InlineData("<< 74732009 OR", false)]
    [InlineData("<< mental", false)]
    public void The_syntax_of_constraints_on_SNOMED_CT_is_known(string expression, bool isWellFormed) => Assert.Equal(isWellFormed, Ecl.IsWellFormed(expression));

    [Theory]
    [InlineData("74732009", true)]
    [InlineData("74732008", false)]
    [InlineData("1", false)]
    [InlineData("2342342123", false)]
    [InlineData("929360041000036105", true)]
    public void The_form_of_SNOMED_CT_identifiers_is_known(string code, bool isConcept) => Assert.Equal(isConcept, CodeForms.IsSnomedIdentifier(code));

    [Theory]
    [InlineData("8867-4", true)]
    [InlineData("LP32067-8", true)]
    [InlineData("LL1-9", true)]
    [InlineData("test", false)]
    [InlineData("8867", false)]
    public void The_form_of_LOINC_codes_is_known(string code, bool isLoinc) => Assert.Equal(isLoinc, CodeForms.IsLoinc(code));

    [OfficialExamplesFact]
    public void Every_search_parameter_of_R4_has_an_expression_that_fits_its_types_but_those_named_here()
    {
        var validator = new Validator(DefinitionLibrary.R4);
        var faulty = OfficialExamples.Definitions("SearchParameter")
            .Where(file => validator.Validate(ResourceDocument.Parse(file.Read(), DefinitionLibrary.R4.Schema)).Issues.Any(issue => issue.MessageId == "searchparameter.expression"))
            .Select(file => file.Name);
        Assert.Equal("", string.Join(" ", faulty));
    }

    private static IEnumerable<string> Findings(string json)
    {
        var parsed = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionLibrary.R4.Schema);
        return new Validator(DefinitionLibrary.R4).Validate(parsed).Issues.Select(issue => $"{issue.MessageId} {issue.Expression}");
    }
}
