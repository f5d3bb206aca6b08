using System.Text;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Conformance.Tests.Validation;

/// <summary>Whatever is wrong with a Bundle, a Questionnaire or its answers, validation gives an outcome, in words of both languages.</summary>
public sealed class MutatedResourceTests
{
    private static readonly Validator Validator = new(DefinitionLibrary.R4);

    private static readonly string[] Resources =
    [
        """
        { "resourceType": "Bundle", "type": "document", "identifier": { "system": "urn:x", "value": "1" }, "timestamp": "2026-01-01T00:00:00Z", "link": [{ "relation": "self", "url": "Patient?x" }],
          "entry": [
            { "fullUrl": "http://here.dk/fhir/Composition/1", "resource": { "resourceType": "Composition", "id": "1", "status": "final", "type": { "text": "x" }, "date": "2026-01-01",
              "title": "t", "author": [{ "reference": "#a" }], "contained": [{ "resourceType": "Practitioner", "id": "a" }], "subject": { "reference": "Patient/p/_history/1" },
              "section": [{ "entry": [{ "reference": "urn:uuid:00000000-0000-4000-8000-000000000002" }] }] } },
            { "fullUrl": "http://here.dk/fhir/Patient/p", "resource": { "resourceType": "Patient", "id": "p", "meta": { "versionId": "1" },
              "text": { "status": "generated", "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p id=\"x\">x</p></div>" } } },
            { "fullUrl": "urn:uuid:00000000-0000-4000-8000-000000000002", "request": { "method": "PUT", "url": "Observation/o" }, "search": { "mode": "match" }, "response": { "status": "200" },
              "resource": { "resourceType": "Observation", "status": "final", "code": { "text": "x" }, "subject": { "reference": "Patient/p", "type": "Patient" },
              "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/narrativeLink", "valueUrl": "http://here.dk/fhir/Patient/p#x" }] } }] }
        """,
        """
        { "resourceType": "QuestionnaireResponse", "questionnaire": "#q", "status": "completed", "authored": "2026-01-01",
          "contained": [{ "resourceType": "Questionnaire", "id": "q", "status": "draft", "effectivePeriod": { "start": "2026", "end": "2027-01" }, "derivedFrom": ["http://here.dk/q"], "item": [
            { "linkId": "a", "type": "choice", "answerOption": [{ "valueCoding": { "code": "a" } }, { "valueString": "b" }] },
            { "linkId": "b", "type": "group", "item": [{ "linkId": "c", "type": "quantity", "enableWhen": [{ "question": "a", "operator": "=", "answerString": "b" }], "extension": [
              { "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity", "valueQuantity": { "value": 5, "system": "http://unitsofmeasure.org", "code": "kg" } }] },
              { "linkId": "d", "type": "string", "maxLength": 3, "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "[a-z]+" }] },
              { "linkId": "e", "type": "attachment", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/maxSize", "valueDecimal": 5 }] },
              { "linkId": "f", "type": "date", "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDate": "2026-01" }] }] }] }],
          "item": [{ "linkId": "a", "answer": [{ "valueString": "b" }] },
            { "linkId": "b", "item": [{ "linkId": "c", "answer": [{ "valueQuantity": { "value": 4000, "system": "http://unitsofmeasure.org", "code": "g" } }] },
              { "linkId": "d", "answer": [{ "valueString": "abc" }] }, { "linkId": "e", "answer": [{ "valueAttachment": { "data": "AAAA" } }] }, { "linkId": "f", "answer": [{ "valueDate": "2026" }] }] }] }
        """,
    ];

    // What a mutation puts in: other values, other types, other places.
    private static readonly string[] Pieces =
        ["", "\"\"", "null", "{}", "[]", "1e9", "-1", "true", "\"#\"", "\"x y\"", "\"Patient/\"", "\"/\"", "\"urn:uuid:\"", "\"2026-13-01\"", "\"type\": \"message\"", "\"\\u0000\"", "_", "}", "]"];

    [Fact]
    public void A_mutated_resource_has_an_outcome() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var text = new StringBuilder(Resources[random.Next(Resources.Length)]);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Mutate(text, random);
        }

        var result = Validator.Validate(ResourceDocument.Parse(Encoding.UTF8.GetBytes(text.ToString()), DefinitionLibrary.R4.Schema));
        return result.Issues.All(issue => issue.Text(Conformance.Outcomes.Language.English).Length > 0 && issue.Text(Conformance.Outcomes.Language.Danish).Length > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    // A value or a member, from one quotation mark, bracket or comma to the next, gives way to a piece or to a copy of another part.
    private static void Mutate(StringBuilder text, Random random)
    {
        var whole = text.ToString();
        var start = whole.IndexOfAny(['"', '{', '[', ','], random.Next(whole.Length));
        if (start < 0)
        {
            return;
        }

        var end = whole.IndexOfAny(['"', '}', ']', ','], start + 1);
        end = end < 0 ? start + 1 : end + 1;
        text.Remove(start, end - start);
        text.Insert(start, Pieces[random.Next(Pieces.Length)]);
    }
}
